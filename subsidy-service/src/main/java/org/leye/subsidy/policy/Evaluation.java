package org.leye.subsidy.policy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * The answer of a policy to a case, with all that is needed to give it again.
 *
 * @param amountFen what is paid, in fen; 0 when refused
 * @param lines what was calculated, unit by unit; empty when a predicate failed
 * @param predicates every condition, in the order of the model, also those after the first failure
 * @param reasons the code of every failed condition, or what brought the amount to nothing; OK alone when money is paid
 * @param flags what else shaped the amount, such as CAP_APPLIED
 * @param policyId null when no policy was in force
 * @param documentSha256 of the policy document, parameters and model together; null when no policy was in force
 * @param inputJson facts and history in canonical form (RFC 8785)
 * @param inputSha256 of the UTF-8 bytes of inputJson
 * @param engineVersion whose calculation this is; null when there was nothing to calculate
 */
public record Evaluation(
        Outcome outcome,
        long amountFen,
        List<Line> lines,
        List<Predicate> predicates,
        List<ReasonCode> reasons,
        List<ReasonCode> flags,
        @Nullable String policyId,
        @Nullable Confidence confidence,
        @Nullable String documentSha256,
        String inputJson,
        String inputSha256,
        @Nullable String engineVersion) {

    /** APPROVED pays what was asked, PARTIAL less than that, REFUSED nothing. */
    public enum Outcome {
        APPROVED,
        PARTIAL,
        REFUSED
    }

    /**
     * The amount of one unit: a milestone, a person-month.
     *
     * @param amountFen rounded HALF_UP to the fen
     * @param reason OK, or why this unit pays nothing or less
     */
    public record Line(String label, long amountFen, ReasonCode reason) {}

    /**
     * One condition of the policy.
     *
     * @param name as in the model, without {@code predicate_}
     * @param value what the case has; JSON
     * @param threshold what the policy wants; JSON
     * @param reason the code by which it refuses when it does not pass
     */
    public record Predicate(
            String name, @Nullable Object value, @Nullable Object threshold, boolean pass, ReasonCode reason) {}

    public Evaluation {
        Objects.requireNonNull(outcome, "outcome");
        lines = List.copyOf(lines);
        predicates = List.copyOf(predicates);
        reasons = List.copyOf(reasons);
        flags = List.copyOf(flags);
    }

    /** The refusal when {@link PolicyCatalogue#inForce} finds nothing: the input is recorded as it came, unchecked. */
    public static Evaluation noPolicyInForce(
            Map<String, ? extends @Nullable Object> facts, Map<String, ? extends @Nullable Object> history) {
        var input = inputJson(facts, history);
        return new Evaluation(
                Outcome.REFUSED,
                0,
                List.of(),
                List.of(),
                List.of(ReasonCode.NO_POLICY_IN_FORCE),
                List.of(),
                null,
                null,
                null,
                input,
                Fingerprint.ofOne(input),
                null);
    }

    static String inputJson(
            Map<String, ? extends @Nullable Object> facts, Map<String, ? extends @Nullable Object> history) {
        var both = new TreeMap<String, Object>();
        both.put("facts", facts);
        both.put("history", history);
        return CanonicalJson.write(both);
    }
}
