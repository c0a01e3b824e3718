package org.leye.subsidy.rulebook;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.identity.BelongsToNobody;
import org.leye.subsidy.policy.PolicyDocument;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.jspecify.annotations.Nullable;

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
        return others(policy).anyMatch(other -> other.overlaps(policy.terms()));
    }

    /** The same of versions that no release brought. */
    boolean overlapsOneOfTheOffice(PolicyDocument policy) {
        return others(policy).anyMatch(other -> !other.isShipped() && other.overlaps(policy.terms()));
    }

    private Stream<PolicyVersion> others(PolicyDocument policy) {
        var terms = policy.terms();
        return list(
                "instrument = ?1 and level = ?2 and status = ?3 and id <> ?4",
                terms.instrument(),
                terms.level(),
                PolicyVersion.Status.PUBLISHED,
                policy.id())
                .stream();
    }

    List<PolicyVersion> drafts() {
        return list("status = ?1 order by instrument, effectiveFrom, id", PolicyVersion.Status.DRAFT);
    }

    /** Also those withdrawn before their first day, which decided nothing. */
    List<PolicyVersion> everPublished() {
        return list("status <> ?1", PolicyVersion.Status.DRAFT);
    }

    /**
     * Which text holds how long, read past the session: it may hold a version as it was before another officer changed it.
     */
    List<Published> inTheBook() {
        return getEntityManager()
                .createQuery(
                        "select new org.leye.subsidy.rulebook.PolicyVersions$Published(v.documentHash, v.effectiveTo, v.endedOn)"
                                + " from PolicyVersion v where v.status = :published order by v.instrument, v.effectiveFrom, v.id",
                        Published.class)
                .setParameter("published", PolicyVersion.Status.PUBLISHED)
                .getResultList();
    }

    /** @param lastDay by the text or by the office; null while open */
    record Published(String documentHash, @Nullable LocalDate lastDay) {

        Published(String documentHash, @Nullable LocalDate effectiveTo, @Nullable LocalDate endedOn) {
            this(documentHash, endedOn == null ? effectiveTo : endedOn);
        }
    }

    List<PolicyVersion> published() {
        return list("status = ?1 order by instrument, effectiveFrom, id", PolicyVersion.Status.PUBLISHED);
    }
}
