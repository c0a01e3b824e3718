package org.leye.subsidy.policy;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Evaluates policy documents. Safe for use by many threads; has no side effects and reads no clock. */
public interface PolicyEngine {

    /**
     * The answer of {@code policy} to one case.
     *
     * <p>Refuses with FACTS_INVALID (missing, unknown or of the wrong type, all named at once), MODEL_REFUSED (the guard did
     * not let the model pass) or MODEL_FAILED (the model gave no usable answer).
     *
     * @param facts about the case, as listed in the document
     * @param history about other cases, as listed in the document
     */
    Evaluation evaluate(
            PolicyDocument policy,
            Map<String, ? extends @Nullable Object> facts,
            Map<String, ? extends @Nullable Object> history);

    /** Guards and compiles the model without evaluating anything. Refuses with MODEL_REFUSED or DOCUMENT_INVALID. */
    void check(PolicyDocument policy);

    /** Name and version of what calculates; stored with every decision. */
    String version();
}
