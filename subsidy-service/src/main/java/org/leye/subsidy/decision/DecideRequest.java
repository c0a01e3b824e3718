package org.leye.subsidy.decision;

import java.time.LocalDate;
import java.util.Map;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.leye.platform.identity.DivisionCode;
import org.leye.subsidy.policy.Question;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is to be decided.
 *
 * @param reference by which the caller knows it: the same reference is decided once
 * @param subject whom the case is about, as against who is paid: person key or unified social credit code
 * @param division of the subject; of a person we know, her own record wins
 * @param history only what this service cannot know itself
 */
@Schema(name = "DecideRequest", description = "An instrument, a date, a subject, and the facts of a case")
public record DecideRequest(
        @Schema(description = "Code of the instrument, see `GET /instruments`", examples = "UI_RETENTION_REFUND")
        @NotNull
        @Pattern(regexp = "[A-Z][A-Z0-9_]{1,60}")
        String instrument,

        @Schema(description = "The basis date; what it means is told by the instrument", examples = "2022-09-01")
        @NotNull
        LocalDate on,

        @Schema(
                description =
                        "The caller's own number: what stands under it is decided once, in the whole county; begin it with what tells callers apart",
                examples = "2022-WG-000017")
        @NotBlank
        @Size(max = 100)
        String reference,

        @Schema(
                description =
                        "Whom the case is about, by person key or unified social credit code: the trainee, the holder of a post, the worker; not who is paid",
                examples = "91330282MA2AC0013P")
        @NotNull
        @Pattern(regexp = "per_[0-9a-v]{26}|[0-9A-HJ-NPQRTUWXY]{18}")
        String subject,

        @Schema(description = "Where the subject belongs; of a person we know, her own record wins") @Nullable
        DivisionCode division,

        @Schema(
                description = "By the instrument's `factsSchema`",
                type = SchemaType.OBJECT,
                examples =
                        "{\"entityKind\":\"ENTERPRISE\",\"enterpriseSize\":\"SMALL\",\"insuredAtBaseYearEnd\":100,\"insuredAtYearEnd\":96,\"benefitRecipients\":4,\"contributionsPaidFen\":6300000,\"contributionMonths\":12,\"severeDiscredit\":false,\"zombieEnterprise\":false,\"labourDispatch\":false,\"sharingAgreement\":false,\"publicBodyDispatchFen\":0}")
        @NotNull
        Map<String, @Nullable Object> facts,

        @Schema(
                description = "What this service cannot know itself; the rest it reads from its own rows",
                type = SchemaType.OBJECT,
                examples = "{}")
        @Nullable
        Map<String, @Nullable Object> history,

        @Schema(
                description = "What tells cases of the instrument apart, such as the occupation of a certificate",
                type = SchemaType.OBJECT,
                examples = "{}")
        @Nullable
        @Size(max = 20)
        Map<@Pattern(regexp = "[a-z][A-Za-z0-9]{0,60}") String, @NotNull @Size(max = 200) String> keys) {

    public DecideRequest {
        keys = keys == null ? Map.of() : keys;
        history = history == null ? Map.of() : history;
    }

    /** The instrument with the reference: what is decided once. */
    String name() {
        return instrument + "|" + reference;
    }

    boolean isAboutPerson() {
        return subject.startsWith("per_");
    }

    Question question(Map<String, @Nullable Object> wholeHistory) {
        return new Question(on, facts, wholeHistory);
    }
}
