package org.leye.subsidy.evaluation;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.leye.subsidy.policy.DateBasis;
import org.leye.subsidy.policy.PolicyDocument;
import org.leye.subsidy.policy.PolicyTerms;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An instrument, its versions, and what one of them asks for. */
@Schema(name = "Instrument", description = "An instrument of the law and its dated versions")
public record InstrumentView(
        @Schema(examples = "UI_RETENTION_REFUND") String code,

        @Schema(description = "Of the newest version", examples = "2025年失业保险稳岗返还")
        String title,

        @Schema(description = "Which date of a case picks the version", examples = "DECISION_YEAR")
        DateBasis dateBasis,

        @Schema(examples = "UNEMPLOYMENT_INSURANCE_FUND") String fund,

        @Schema(description = "From the oldest on") List<EvaluationView.VersionView> versions,

        @Schema(description = "What the version asked about wants to know; not in lists") @Nullable
        Questions asks) {

    /** What a version asks for. */
    @Schema(name = "InstrumentQuestions")
    public record Questions(
            @Schema(examples = "P-B1-2022b") String policyId,

            @Schema(description = "JSON Schema of `facts`", type = SchemaType.OBJECT)
            Map<String, Object> factsSchema,

            @Schema(description = "JSON Schema of `history`", type = SchemaType.OBJECT)
            Map<String, Object> historySchema,

            @Schema(
                    description =
                            "What a stored decision must name beside the facts, such as the occupation of a certificate")
            List<String> keys,

            @Schema(
                    description = "An ordinary case, ready to be sent to `POST /evaluations`",
                    examples =
                            "{\"instrument\":\"UI_RETENTION_REFUND\",\"on\":\"2022-09-01\",\"facts\":{\"entityKind\":\"ENTERPRISE\"},\"history\":{\"refundedForYearFen\":0}}")
            EvaluationRequest example) {

        static Questions of(PolicyDocument policy, Locale language) {
            var terms = policy.terms();
            var ordinary = terms.examples().getFirst().runs().getFirst();
            return new Questions(
                    policy.id(),
                    FactSchema.of(terms.facts(), language),
                    FactSchema.of(terms.history(), language),
                    terms.keys().stream().map(PolicyTerms.Key::name).toList(),
                    EvaluationRequest.of(terms.instrument(), terms.question(ordinary)));
        }
    }
}
