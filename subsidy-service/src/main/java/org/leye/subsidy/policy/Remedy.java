package org.leye.subsidy.policy;

import org.jspecify.annotations.Nullable;

/**
 * What would make a failed condition a yes, all else being as it is.
 *
 * @param predicate the condition
 * @param fact the fact that would have to differ; {@code on} is the basis date: wait until then
 * @param value what it would have to be at least, at most, or one of the values that would do; JSON
 * @param policyId whose condition it is, where several versions had a part in the answer; else null
 */
public record Remedy(
        String predicate,
        String fact,
        Object value,
        @Nullable String policyId) {

    Remedy(String predicate, String fact, Object value) {
        this(predicate, fact, value, null);
    }

    Remedy of(String version) {
        return new Remedy(predicate, fact, value, version);
    }
}
