package org.leye.subsidy.shadow;

import java.time.LocalDate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A shadow run as callers see it. */
@Schema(name = "ShadowRun", description = "A draft tried on the decisions of a period")
public record ShadowRunView(
        @Schema(examples = "shr_06qk3v0g1rvs3e7m2k0c9d4b5a") String id,
        @Schema(examples = "P-B1-2027") String policyId,

        @Schema(description = "SHA-256 of the text on trial: a draft that is rewritten meanwhile is another text")
        String textHash,

        @Schema(description = "First day of decision", examples = "2024-01-01")
        LocalDate from,

        @Schema(description = "Last day of decision", examples = "2024-12-31")
        LocalDate to,

        @Schema(description = "RUNNING, DONE, CANCELLED or FAILED", examples = "DONE")
        String status,

        @Schema(examples = "officer-17") String askedBy,
        @Schema(examples = "2024-03-01") LocalDate askedOn,

        @Schema(description = "Decisions there were when it began", examples = "1200")
        long inAll,

        Tally tally) {}
