package org.leye.subsidy.decision;

import java.time.LocalDate;
import java.util.Map;

import org.leye.subsidy.evaluation.EvaluationView;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A stored decision as callers see it. */
@Schema(name = "StoredDecision", description = "What the rules said, kept and signed")
public record StoredDecisionView(
        @Schema(examples = "dec_06qk3v0g1rvs3e7m2k0c9d4b5a") String id,

        @Schema(description = "The caller's own number; null if a case was decided", examples = "2022-WG-000017")
        @Nullable
        String reference,

        @Schema(description = "The case that was decided, if it was one") @Nullable
        String caseId,

        @Schema(description = "Person key or unified social credit code", examples = "91330282MA2AC0013P") @Nullable
        String subject,

        @Schema(examples = "330282004") @Nullable String division,

        @Schema(description = "What tells cases of the instrument apart", type = SchemaType.OBJECT)
        Map<String, String> keys,

        @Schema(description = "Business day", examples = "2024-03-01")
        LocalDate decidedOn,

        @Schema(description = "The officer, or the import whose sender the audit trail names", examples = "officer-17")
        String decidedBy,

        @Schema(description = "The answer; of a list without remedies")
        EvaluationView evaluation,

        @Schema(
                description =
                        "Detached JSON Web Signature (RFC 7515, appendix F) over the record, see `GET /decisions/{id}/record`")
        String jws) {}
