package org.leye.subsidy.fund;

import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.subsidy.policy.Confidence;
import org.leye.subsidy.policy.PolicyDocument;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** What the owners of funds took on. Of the county as a whole, hence without a scope. */
@ApplicationScoped
public class PolicyAcceptances implements PanacheRepositoryBase<PolicyAcceptance, String> {

    private static final Set<Confidence> NEED_ACCEPTANCE = Set.of(Confidence.PROPOSED, Confidence.UNVERIFIED);

    /** Whether money may flow under this text. */
    public boolean mayPay(PolicyDocument policy) {
        return !NEED_ACCEPTANCE.contains(policy.terms().confidence())
                || of(policy).isPresent();
    }

    Optional<PolicyAcceptance> of(PolicyDocument policy) {
        return findByIdOptional(policy.sha256());
    }
}
