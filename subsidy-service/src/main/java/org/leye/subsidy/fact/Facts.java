package org.leye.subsidy.fact;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.http.imports.ImportHandler.Outcome;
import org.leye.platform.identity.Scope;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.jspecify.annotations.Nullable;

/** Facts of subjects. What rules read comes without a scope. */
@ApplicationScoped
public class Facts implements PanacheRepositoryBase<Fact, Long> {

    /** The kind under which key-group tags of persons are kept. */
    static final String KEY_GROUP = "KEY_GROUP";

    /** The kind under which the division of residence is kept. */
    static final String RESIDENCE = "RESIDENCE";

    private static final String IN_ORDER = " order by kind, validFrom, id";

    /** Key groups a person belongs to on a day, sorted. */
    public List<String> keyGroups(String personKey, LocalDate day) {
        return find(
                        "subject = ?1 and kind = ?2 and withdrawnAt is null and validFrom <= ?3"
                                + " and (validTo is null or validTo >= ?3) order by content",
                        personKey,
                        KEY_GROUP,
                        day)
                .stream()
                .map(Fact::content)
                .distinct()
                .toList();
    }

    /** The division a person lives in on a day, as jobmatch told it; empty if we do not know the person. */
    public Optional<String> residence(String personKey, LocalDate day) {
        return find(
                        "subject = ?1 and kind = ?2 and withdrawnAt is null and validFrom <= ?3 order by validFrom desc",
                        personKey,
                        RESIDENCE,
                        day)
                .firstResultOptional()
                .map(Fact::content);
    }

    /**
     * Records what holds of one kind from a day on. What was known of that day, and says something else, is withdrawn.
     */
    Outcome correct(
            String subject, String kind, String content, LocalDate from, @Nullable LocalDate to, String source) {
        var known = known(subject, kind, from);
        if (known.size() == 1 && known.getFirst().says(content, to)) {
            return Outcome.UNCHANGED;
        }
        known.forEach(Fact::withdraw);
        // The index allows a fact once among those that hold.
        flush();
        persist(new Fact(subject, kind, content, from, to, source));
        return known.isEmpty() ? Outcome.CREATED : Outcome.UPDATED;
    }

    /** Withdraws what is known of one kind from a day on; false if nothing is. */
    boolean withdraw(String subject, String kind, LocalDate from) {
        var known = known(subject, kind, from);
        known.forEach(Fact::withdraw);
        return !known.isEmpty();
    }

    private List<Fact> known(String subject, String kind, LocalDate from) {
        return list("subject = ?1 and kind = ?2 and validFrom = ?3 and withdrawnAt is null", subject, kind, from);
    }

    /**
     * What was known at an instant, of one day if asked, by kind and first day. The county's, as facts decide about money
     * wherever the subject lives. Throws OUT_OF_SCOPE.
     */
    List<Fact> knownAt(Scope scope, String subject, @Nullable LocalDate day, OffsetDateTime instant) {
        scope.requireCounty();
        var known = "subject = ?1 and recordedAt <= ?2 and (withdrawnAt is null or withdrawnAt > ?2)";
        return day == null
                ? list(known + IN_ORDER, subject, instant)
                : list(
                        known + " and validFrom <= ?3 and (validTo is null or validTo >= ?3)" + IN_ORDER,
                        subject,
                        instant,
                        day);
    }

    /** Records a fact; the same one again changes nothing, one with another last day replaces the old. */
    void learn(String subject, String kind, String content, LocalDate from, @Nullable LocalDate to, String source) {
        var known = find(
                        "subject = ?1 and kind = ?2 and content = ?3 and validFrom = ?4 and withdrawnAt is null",
                        subject,
                        kind,
                        content,
                        from)
                .firstResultOptional();
        if (known.isPresent() && known.get().endsOn(to)) {
            return;
        }
        known.ifPresent(fact -> {
            fact.withdraw();
            flush();
        });
        persist(new Fact(subject, kind, content, from, to, source));
    }
}
