package org.leye.subsidy.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * The answer of a policy to a case, with all that is needed to give it again.
 *
 * @param amountFen what is due, in fen; 0 when refused, below 0 when a settlement is owed back
 * @param lines what was calculated, unit by unit; they add up to the amount, and are empty when a predicate failed
 * @param predicates every condition, in the order of the model, also those after the first failure
 * @param reasons the code of every failed condition, or what brought the amount to nothing; OK alone when money is paid
 * @param flags what else shaped the amount, such as CAP_APPLIED
 * @param policyId null when no policy was in force
 * @param confidence of the document or of the table rows it read, whichever is less sure
 * @param documentSha256 of the policy document, parameters and model together; null when no policy was in force
 * @param versions every version that had a part in the answer, from the oldest on; more than one only where each month picks
 *     its own
 * @param inputJson basis date, facts, history and the table rows that were read, in canonical form (RFC 8785)
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
        List<Version> versions,
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
    public record Line(String label, long amountFen, ReasonCode reason) {

        boolean isPaid() {
            return amountFen != 0;
        }
    }

    /**
     * One condition of the policy.
     *
     * @param name as in the model, without {@code predicate_}
     * @param value what the case has; JSON
     * @param threshold what the policy wants; JSON
     * @param reason the code by which it refuses when it does not pass
     * @param policyId whose condition it is, where several versions had a part in the answer; else null
     */
    public record Predicate(
            String name,
            @Nullable Object value,
            @Nullable Object threshold,
            boolean pass,
            ReasonCode reason,
            @Nullable String policyId) {

        Predicate(String name, @Nullable Object value, @Nullable Object threshold, boolean pass, ReasonCode reason) {
            this(name, value, threshold, pass, reason, null);
        }

        Predicate of(@Nullable String version) {
            return new Predicate(name, value, threshold, pass, reason, version);
        }
    }

    /**
     * A version of a policy, and the text it had.
     *
     * @param lastDay on which it was to hold; null while open
     */
    public record Version(
            String policyId,
            String documentSha256,
            @Nullable LocalDate lastDay) {

        static Version of(PolicyDocument policy) {
            return new Version(policy.id(), policy.sha256(), policy.terms().effectiveTo());
        }
    }

    public Evaluation {
        Objects.requireNonNull(outcome, "outcome");
        lines = List.copyOf(lines);
        predicates = List.copyOf(predicates);
        reasons = List.copyOf(reasons);
        flags = List.copyOf(flags);
        versions = List.copyOf(versions);
    }

    Evaluation withLines(List<Line> others) {
        return new Evaluation(
                outcome,
                amountFen,
                others,
                predicates,
                reasons,
                flags,
                policyId,
                confidence,
                documentSha256,
                versions,
                inputJson,
                inputSha256,
                engineVersion);
    }

    /**
     * The refusal when {@link PolicyCatalogue#inForce} finds nothing: the input is recorded as it came, unchecked. Refuses with
     * FACTS_INVALID what cannot be recorded.
     */
    public static Evaluation noPolicyInForce(Question question) {
        FactReader.requireRecordable(question);
        var input = inputJson(question, question.facts(), question.history(), Map.of());
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
                List.of(),
                input,
                Fingerprint.ofOne(input),
                null);
    }

    static String inputJson(
            Question question,
            Map<String, ? extends @Nullable Object> facts,
            Map<String, ? extends @Nullable Object> history,
            Map<String, ? extends @Nullable Object> tables) {
        return CanonicalJson.write(Map.of("on", question.on(), "facts", facts, "history", history, "tables", tables));
    }
}
