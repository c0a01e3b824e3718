package org.leye.jobmatch.placement;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

import org.leye.contracts.jobmatch.PlacementKind;
import org.leye.platform.http.command.AllowedAction;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A match as its parties and officers see it: the person by key, and what the caller may do next. */
@Schema(name = "Match", description = "A person and a posting, from intent to work that lasts")
record MatchView(
        @Schema(examples = "mat_06qk3v0g1rvs3e7m2k0c9d4b5a") String id,
        String postingId,
        String uscc,
        String personKey,
        PlacementKind kind,
        Match.Channel channel,
        MatchStatus status,
        LocalDate createdOn,
        @Nullable LocalDate startDate,
        Match.@Nullable ContractKind contractKind,
        @Nullable String referralId,

        @Schema(implementation = String.class, examples = "2024-03") @Nullable
        YearMonth firstInsuredMonth,

        @Nullable LocalDate endDate,
        Match.@Nullable EndReason endReason,

        @Schema(description = "What this caller may do now") List<AllowedAction> allowedActions) {}
