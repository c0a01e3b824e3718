package org.leye.subsidy.grant;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import org.leye.platform.identity.Scope;
import org.leye.subsidy.policy.Evaluation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import org.jspecify.annotations.Nullable;

/** The grants. */
@ApplicationScoped
public class Grants implements PanacheRepositoryBase<Granted, String> {

    /** The source of what this service decided itself. */
    static final String DECISION = "DECISION";

    /**
     * Keeps what a decision pays, in its transaction: the next question about the subject sees it.
     *
     * @param subject whom the case is about, as against who is paid: the worker introduced, the trainee, the holder of the post
     * @param division where the subject belongs; null if unknown
     * @param amountFen above 0
     * @param lines as calculated; those of nothing are left out
     * @param facts of the question, of which those of one value are kept
     * @param keys by the names that the policy gives them
     */
    public void record(
            String decisionId,
            String instrument,
            String policyId,
            String subject,
            @Nullable String division,
            LocalDate basisDate,
            long amountFen,
            List<Evaluation.Line> lines,
            Map<String, @Nullable Object> facts,
            Map<String, String> keys) {
        var paid = lines.stream()
                .filter(line -> line.amountFen() != 0)
                .map(line -> new PaidLine(line.label(), line.amountFen()))
                .toList();
        persist(new Granted(
                new Granted.Source(DECISION, decisionId),
                new Granted.Content(
                        instrument, policyId, subject, division, basisDate, amountFen, paid, Told.of(facts, keys))));
    }

    /** What these subjects were granted and that still counts, read at once; read by rules, hence without a scope. */
    public GrantsOf inEffect(Collection<String> subjects) {
        var bySubject = find("subject in ?1 and revokedOn is null order by basisDate, id", subjects).stream()
                .collect(Collectors.groupingBy(Granted::subject));
        return (subject, instruments) -> bySubject.getOrDefault(subject, List.of()).stream()
                .filter(granted -> instruments.contains(granted.instrument()))
                .toList();
    }

    /** Grants within the scope, by id; of one subject if asked. */
    List<Granted> list(Scope scope, @Nullable String subject, String afterId, int limit) {
        var inScope = scope.condition("division", "subject", "subject");
        var values = scope.parameters(inScope);
        values.put("after", afterId);
        var ofSubject = "";
        if (subject != null) {
            ofSubject = " and subject = :subject";
            values.put("subject", subject);
        }
        return find(inScope + ofSubject + " and id > :after order by id", values)
                .page(Page.ofSize(limit))
                .list();
    }

    /** Throws GRANT_NOT_FOUND, OUT_OF_SCOPE. */
    Granted get(String id, Scope scope) {
        var found = findByIdOptional(id).orElseThrow(GrantProblem.GRANT_NOT_FOUND::problem);
        scope.require(found.division(), found.subject(), found.subject());
        return found;
    }

    /** For whoever is about to change it. Throws GRANT_NOT_FOUND. */
    Granted lock(String id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(GrantProblem.GRANT_NOT_FOUND::problem);
    }

    /** Those among these that are known. */
    List<Granted> known(Collection<Granted.Source> sources) {
        return list(
                "source in ?1 and sourceReference in ?2",
                sources.stream().map(Granted.Source::system).distinct().toList(),
                sources.stream().map(Granted.Source::reference).toList());
    }
}
