package org.leye.subsidy.rulebook;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.identity.BelongsToNobody;
import org.leye.subsidy.policy.PolicyDocument;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The versions of policies. */
@ApplicationScoped
@BelongsToNobody
class PolicyVersions implements PanacheRepositoryBase<PolicyVersion, String> {

    /** Throws POLICY_NOT_FOUND. */
    PolicyVersion get(String id) {
        return findByIdOptional(id).orElseThrow(RulebookProblem.POLICY_NOT_FOUND::problem);
    }

    /** Whether another published version of its level holds on one of its days. */
    boolean overlaps(PolicyDocument policy) {
        var terms = policy.terms();
        return list(
                        "instrument = ?1 and level = ?2 and status = ?3 and id <> ?4",
                        terms.instrument(),
                        terms.level(),
                        PolicyVersion.Status.PUBLISHED,
                        policy.id())
                .stream()
                .anyMatch(other -> other.overlaps(terms.effectiveFrom(), terms.effectiveTo()));
    }

    List<PolicyVersion> drafts() {
        return list("status = ?1 order by instrument, effectiveFrom, id", PolicyVersion.Status.DRAFT);
    }

    /** Also those withdrawn before their first day, which decided nothing. */
    List<PolicyVersion> everPublished() {
        return list("status <> ?1", PolicyVersion.Status.DRAFT);
    }

    List<PolicyVersion> published() {
        return list("status = ?1 order by instrument, effectiveFrom, id", PolicyVersion.Status.PUBLISHED);
    }
}
