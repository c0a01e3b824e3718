package org.leye.subsidy.decision;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.identity.Scope;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import org.jspecify.annotations.Nullable;

/** The decisions. */
@ApplicationScoped
public class Decisions implements PanacheRepositoryBase<Decision, String> {

    /** Those of release 0.1.0 do not say what they are about: they are read with their case. Throws DECISION_NOT_FOUND, OUT_OF_SCOPE. */
    Decision get(String id, Scope scope) {
        var decision = findByIdOptional(id)
                .filter(found -> found.instrument() != null)
                .orElseThrow(DecisionProblem.DECISION_NOT_FOUND::problem);
        scope.require(decision.division(), decision.subject(), decision.subject());
        return decision;
    }

    /** Decisions within the scope, by id. */
    List<Decision> list(Scope scope, @Nullable String instrument, @Nullable String subject, String afterId, int limit) {
        var inScope = scope.condition("division", "subject", "subject");
        var values = scope.parameters(inScope);
        values.put("after", afterId);
        var query = new StringBuilder(inScope + " and id > :after and instrument is not null");
        if (instrument != null) {
            query.append(" and instrument = :instrument");
            values.put("instrument", instrument);
        }
        if (subject != null) {
            query.append(" and subject = :subject");
            values.put("subject", subject);
        }
        return find(query + " order by id", values).page(Page.ofSize(limit)).list();
    }

    /** Decisions of an instrument made within these days, by id. Read to try drafts, never by callers, hence without a scope. */
    public List<Decision> between(String instrument, LocalDate from, LocalDate to, String afterId, int limit) {
        return find(
                        "instrument = ?1 and decidedOn between ?2 and ?3 and id > ?4 order by id",
                        instrument,
                        from,
                        to,
                        afterId)
                .page(Page.ofSize(limit))
                .list();
    }

    public long countBetween(String instrument, LocalDate from, LocalDate to) {
        return count("instrument = ?1 and decidedOn between ?2 and ?3", instrument, from, to);
    }

    /** What stands under a caller's reference. */
    Optional<Decision> byReference(String instrument, String reference) {
        return find("instrument = ?1 and reference = ?2", instrument, reference).firstResultOptional();
    }

    /** What stands under one of these references, of any instrument. */
    List<Decision> byReferences(Collection<String> references) {
        return list("reference in ?1", references);
    }
}
