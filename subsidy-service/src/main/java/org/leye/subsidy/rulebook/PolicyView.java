package org.leye.subsidy.rulebook;

import java.time.LocalDate;

import org.leye.subsidy.policy.Confidence;
import org.leye.subsidy.policy.PolicyLevel;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A policy version as callers see it. */
@Schema(name = "Policy", description = "A version of a policy, and whether money may flow under it")
public record PolicyView(
        @Schema(examples = "P-B17-2021") String id,
        @Schema(examples = "BROKER_REFERRAL_REWARD") String instrument,

        @Schema(description = "Where it stands today", examples = "IN_FORCE")
        PolicyStanding standing,

        PolicyLevel level,
        String titleZh,
        String titleEn,
        String docNo,
        String source,
        Confidence confidence,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        @Schema(examples = "EMPLOYMENT_FUND") String fund,
        int noticeWorkingDays,
        @Schema(description = "SHA-256 of the document") String documentHash,

        @Schema(description = "Whether money may flow: verified, or accepted by the fund's owner")
        boolean mayPay,

        @Nullable LocalDate acceptedOn) {}
