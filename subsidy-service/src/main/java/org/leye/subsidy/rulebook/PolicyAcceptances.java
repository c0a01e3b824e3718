package org.leye.subsidy.rulebook;

import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.subsidy.policy.Confidence;
import org.leye.subsidy.policy.PolicyDocument;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.jspecify.annotations.Nullable;

/** What the owners of funds took on. Of the county as a whole, hence without a scope. */
@ApplicationScoped
public class PolicyAcceptances implements PanacheRepositoryBase<PolicyAcceptance, String> {

    /** What pays without an owner's word. */
    public static final Set<String> SURE = Set.of(Confidence.VERIFIED.name(), Confidence.INFERRED.name());

    /** Whether money may flow under this text. */
    boolean mayPay(PolicyDocument policy) {
        return mayPay(policy.terms().confidence().name(), policy.sha256());
    }

    /**
     * Whether money may flow under a decision.
     *
     * @param confidence of the decision, which is no more than that of its text
     * @param documentHash of the text
     */
    public boolean mayPay(String confidence, @Nullable String documentHash) {
        return SURE.contains(confidence)
                || (documentHash != null && findByIdOptional(documentHash).isPresent());
    }

    Optional<PolicyAcceptance> of(PolicyDocument policy) {
        return findByIdOptional(policy.sha256());
    }
}
