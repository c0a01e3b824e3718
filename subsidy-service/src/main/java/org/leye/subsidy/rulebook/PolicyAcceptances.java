package org.leye.subsidy.rulebook;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.subsidy.policy.Confidence;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.jspecify.annotations.Nullable;

/** What the owners of funds took on. Of the county as a whole, hence without a scope. */
@ApplicationScoped
public class PolicyAcceptances implements PanacheRepositoryBase<PolicyAcceptance, String> {

    /** What pays without an owner's word. */
    public static final Set<String> SURE = Set.of(Confidence.VERIFIED.name(), Confidence.INFERRED.name());

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

    /** By the hashes of the texts that were taken on, among these. */
    Map<String, PolicyAcceptance> of(Collection<String> documentHashes) {
        return list("documentHash in ?1", documentHashes).stream()
                .collect(Collectors.toMap(PolicyAcceptance::documentHash, Function.identity()));
    }
}
