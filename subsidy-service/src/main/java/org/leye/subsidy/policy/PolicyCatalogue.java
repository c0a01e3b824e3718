package org.leye.subsidy.policy;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All policy documents, and which of them is in force for an instrument on a date. */
public final class PolicyCatalogue {

    /** A book without a page: whatever is asked, no policy is in force. */
    public static final PolicyCatalogue NONE = new PolicyCatalogue(List.of());

    private final List<PolicyDocument> documents;

    private PolicyCatalogue(Collection<PolicyDocument> documents) {
        this.documents = List.copyOf(documents);
    }

    /** A catalogue of these documents. Refuses two documents of one id with DOCUMENT_INVALID. */
    public static PolicyCatalogue of(Collection<PolicyDocument> documents) {
        Map<String, PolicyDocument> byId = new HashMap<>();
        for (var document : documents) {
            if (byId.put(document.id(), document) != null) {
                throw PolicyProblem.DOCUMENT_INVALID.because("重复的政策版本 %s", "Two documents %s", document.id());
            }
        }
        return new PolicyCatalogue(documents);
    }

    /** The documents that come with the service. */
    public static PolicyCatalogue fromResources() {
        return of(ShippedPolicies.documents());
    }

    public List<PolicyDocument> documents() {
        return documents;
    }

    public Optional<PolicyDocument> byId(String id) {
        return documents.stream().filter(document -> document.id().equals(id)).findFirst();
    }

    /**
     * The most local version in force on {@code date}, or empty: then the answer is NO_POLICY_IN_FORCE, never the last known
     * rule. Two versions of one level in force on that date block the instrument, whatever a more local level says:
     * POLICY_CONFLICT.
     */
    public Optional<PolicyDocument> inForce(String instrument, LocalDate date) {
        Map<PolicyLevel, PolicyDocument> byLevel = new HashMap<>();
        for (var document : documents) {
            var terms = document.terms();
            if (terms.instrument().equals(instrument) && terms.inForceOn(date)) {
                var other = byLevel.put(terms.level(), document);
                if (other != null) {
                    throw PolicyProblem.POLICY_CONFLICT.because(
                            "%s 于 %s 同时有效：%s、%s",
                            "%s on %s: both %s and %s are in force", instrument, date, other.id(), document.id());
                }
            }
        }
        return byLevel.values().stream()
                .max(Comparator.comparing(document -> document.terms().level()));
    }
}
