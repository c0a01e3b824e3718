package org.leye.subsidy.evaluation;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.leye.subsidy.policy.Confidence;
import org.leye.subsidy.policy.Evaluation;
import org.leye.subsidy.policy.PolicyLevel;
import org.leye.subsidy.policy.PolicyTerms;
import org.leye.subsidy.policy.ReasonCode;
import org.leye.subsidy.policy.Remedy;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The answer to a question, told to people. */
@Schema(
        name = "Evaluation",
        description = "What the policy in force says to these facts, why, and what would have to differ")
public record EvaluationView(
        @Schema(examples = "UI_RETENTION_REFUND") String instrument,

        @Schema(description = "The basis date", examples = "2022-09-01")
        LocalDate on,

        @Schema(description = "APPROVED pays what was asked, PARTIAL less, REFUSED nothing", examples = "APPROVED")
        Evaluation.Outcome outcome,

        @Schema(description = "In fen; below 0 when a settlement is owed back", examples = "5670000")
        long amountFen,

        @Schema(description = "They add up to the amount") List<LineView> lines,

        @Schema(description = "OK, or every reason for the refusal")
        List<ReasonView> reasons,

        @Schema(description = "What else shaped the amount") List<ReasonView> flags,

        @Schema(description = "Every condition of the policy, passed or not")
        List<ConditionView> conditions,

        @Schema(description = "The version that answered; null when none is in force") @Nullable
        VersionView policy,

        @Schema(description = "How sure we are of the text behind the answer, tables included") @Nullable
        Confidence confidence,

        @Schema(description = "SHA-256 of the canonical input (RFC 8785)")
        String inputHash,

        @Nullable String engineVersion) {

    /** One unit of the calculation. */
    @Schema(name = "EvaluationLine")
    public record LineView(
            @Schema(examples = "2022-09") String label,

            @Schema(description = "In fen", examples = "186300")
            long amountFen,

            ReasonView reason) {}

    /** A reason code with its sentence in the caller's language. */
    @Schema(name = "Reason")
    public record ReasonView(
            @Schema(examples = "LAYOFF_RATE_EXCEEDED") ReasonCode code,
            @Schema(examples = "裁员率超过上限") String text) {

        static ReasonView of(ReasonCode code, Locale language) {
            return new ReasonView(code, code.text().in(language));
        }
    }

    /** A condition, what the case has, what the policy wants. */
    @Schema(name = "Condition")
    public record ConditionView(
            @Schema(examples = "layoff_rate") String name,

            @Schema(examples = "未裁员或裁员率不高于控制目标") @Nullable String text,

            @Schema(description = "Where it stands", examples = "domain.md B.1 (R4, R5, R9)") @Nullable
            String clause,

            @Schema(description = "What the case has", examples = "0.04") @Nullable
            Object value,

            @Schema(description = "What the policy wants", examples = "0.055") @Nullable
            Object threshold,

            @Schema(examples = "true") boolean pass,
            ReasonView reason,

            @Schema(description = "Whose condition it is, where months fall under several versions") @Nullable
            String policyId,

            @Schema(description = "Of a condition that failed: each change of a single fact by which it would pass")
            List<RemedyView> remedies) {}

    /** What would make a condition a yes. */
    @Schema(name = "Remedy")
    public record RemedyView(
            @Schema(
                    description = "The fact, or `on` for the basis date: wait until then",
                    examples = "contributionMonths")
            String fact,

            @Schema(description = "What it would have to be", examples = "12")
            Object value) {}

    /** The version of a policy. */
    @Schema(name = "PolicyVersion")
    public record VersionView(
            @Schema(examples = "P-B1-2022b") String id,
            @Schema(examples = "2022年失业保险稳岗返还(提高后)") String title,
            PolicyLevel level,
            @Schema(examples = "人社部发〔2022〕31号") String docNo,
            Confidence confidence,
            @Schema(description = "First day in force") LocalDate effectiveFrom,

            @Schema(description = "Last day in force; null while open") @Nullable
            LocalDate effectiveTo,

            @Schema(description = "SHA-256 of the document") String documentHash) {

        static VersionView of(PolicyTerms terms, String sha256, Locale language) {
            return new VersionView(
                    terms.id(),
                    terms.title().in(language),
                    terms.level(),
                    terms.docNo(),
                    terms.confidence(),
                    terms.effectiveFrom(),
                    terms.effectiveTo(),
                    sha256);
        }
    }

    static List<RemedyView> of(List<Remedy> remedies, Evaluation.Predicate condition) {
        return remedies.stream()
                .filter(remedy -> remedy.predicate().equals(condition.name())
                        && Objects.equals(remedy.policyId(), condition.policyId()))
                .map(remedy -> new RemedyView(remedy.fact(), remedy.value()))
                .toList();
    }
}
