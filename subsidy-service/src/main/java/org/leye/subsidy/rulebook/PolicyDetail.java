package org.leye.subsidy.rulebook;

import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A version with its way into the book. */
@Schema(name = "PolicyDetail", description = "A version of a policy with everything that was done to it")
public record PolicyDetail(
        PolicyView policy,

        @Schema(description = "What was done to it, oldest first")
        List<Step> steps) {

    /** What somebody did. */
    @Schema(name = "RuleStep")
    public record Step(
            @Schema(description = "Business day", examples = "2024-03-01")
            LocalDate on,

            @Schema(examples = "officer-17") String by,

            @Schema(description = "WRITE, PUBLISH, END or WITHDRAW", examples = "PUBLISH")
            String action,

            @Schema(description = "SHA-256 of the text it was done to")
            String textHash,

            @Nullable String reason) {}
}
