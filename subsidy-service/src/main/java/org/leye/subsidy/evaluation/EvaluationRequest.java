package org.leye.subsidy.evaluation;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.leye.subsidy.policy.Question;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of an instrument.
 *
 * @param on the basis date: it picks the version and the rows of dated tables
 * @param history what happened in other cases; a caller who leaves it out asks for one without any
 */
@Schema(name = "EvaluationRequest", description = "An instrument, a date, and the facts of a case")
public record EvaluationRequest(
        @Schema(description = "Code of the instrument, see `GET /instruments`", examples = "UI_RETENTION_REFUND")
        @NotNull
        @Pattern(regexp = "[A-Z][A-Z0-9_]{1,60}")
        String instrument,

        @Schema(description = "The basis date; what it means is told by the instrument", examples = "2022-09-01")
        @NotNull
        LocalDate on,

        @Schema(
                description = "By the instrument's `factsSchema`",
                type = SchemaType.OBJECT,
                examples =
                        "{\"entityKind\":\"ENTERPRISE\",\"enterpriseSize\":\"SMALL\",\"insuredAtBaseYearEnd\":100,\"insuredAtYearEnd\":96,\"benefitRecipients\":4,\"contributionsPaidFen\":6300000,\"contributionMonths\":12,\"severeDiscredit\":false,\"zombieEnterprise\":false,\"labourDispatch\":false,\"sharingAgreement\":false,\"publicBodyDispatchFen\":0}")
        @NotNull
        Map<String, @Nullable Object> facts,

        @Schema(
                description = "By the instrument's `historySchema`",
                type = SchemaType.OBJECT,
                examples = "{\"refundedForYearFen\":0}")
        @Nullable
        Map<String, @Nullable Object> history) {

    static EvaluationRequest of(String instrument, Question question) {
        return new EvaluationRequest(
                instrument,
                question.on(),
                new LinkedHashMap<String, @Nullable Object>(question.facts()),
                new LinkedHashMap<String, @Nullable Object>(question.history()));
    }

    Question question() {
        return new Question(on, facts, history == null ? Map.of() : history);
    }
}
