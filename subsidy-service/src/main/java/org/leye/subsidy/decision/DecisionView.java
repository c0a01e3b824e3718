package org.leye.subsidy.decision;

import java.time.LocalDate;
import java.util.List;

import org.leye.subsidy.policy.Evaluation;
import org.leye.subsidy.policy.ReasonCode;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A decision as callers see it: the amount, every condition with its value, and what it was computed from. */
@Schema(name = "Decision", description = "What the policy said, and why")
public record DecisionView(
        @Schema(examples = "dec_06qk3v0g1rvs3e7m2k0c9d4b5a") String id,

        @Schema(description = "APPROVED, PARTIAL or REFUSED", examples = "APPROVED")
        String outcome,

        @Schema(description = "In fen", examples = "15000") long amountFen,
        @Nullable String policyId,

        @Schema(description = "How sure we are of the policy's text") @Nullable
        String confidence,

        List<Evaluation.Line> lines,
        List<Evaluation.Predicate> predicates,

        @Schema(description = "Every reason, not only the first")
        List<ReasonCode> reasons,

        List<ReasonCode> flags,

        @Schema(description = "SHA-256 of the canonical facts and history")
        String inputHash,

        @Nullable String documentHash,
        @Nullable String engineVersion,
        LocalDate decidedOn) {}
