package org.leye.subsidy.policy;

import java.util.List;

/** Evaluates policy documents. Safe for use by many threads; has no side effects and reads no clock. */
public interface PolicyEngine {

    /**
     * The answer of {@code policy} to one case.
     *
     * <p>Refuses with FACTS_INVALID (missing, unknown or of the wrong type, all named at once), MODEL_REFUSED (the guard did
     * not let the model pass) or MODEL_FAILED (the model gave no usable answer).
     *
     * @param tables the dated tables that the document may read
     */
    default Evaluation evaluate(PolicyDocument policy, Question question, ReferenceTables tables) {
        return evaluate(policy, question, tables, Progress.NONE);
    }

    /** The same where earlier versions have already given lines to the question. */
    Evaluation evaluate(PolicyDocument policy, Question question, ReferenceTables tables, Progress before);

    /** For each failed predicate of {@code refused}, each change of one single fact by which it would pass. */
    List<Remedy> remedies(PolicyDocument policy, Question question, ReferenceTables tables, Evaluation refused);

    /** Guards and compiles the model without evaluating anything. Refuses with MODEL_REFUSED or DOCUMENT_INVALID. */
    void check(PolicyDocument policy);

    /** Where the decision tables of the model say nothing or two things at once, in words; empty if nowhere. */
    List<String> tableFlaws(PolicyDocument policy);

    /** Name and version of what calculates; stored with every decision. */
    String version();
}
