package org.leye.subsidy.fact;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.jspecify.annotations.Nullable;

/** Facts of subjects. Read by rules, never by callers, hence without a scope. */
@ApplicationScoped
public class Facts implements PanacheRepositoryBase<Fact, Long> {

    /** The kind under which key-group tags of persons are kept. */
    static final String KEY_GROUP = "KEY_GROUP";

    /** The kind under which the division of residence is kept. */
    static final String RESIDENCE = "RESIDENCE";

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
