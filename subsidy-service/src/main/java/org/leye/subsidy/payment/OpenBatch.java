package org.leye.subsidy.payment;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which fund pays. */
@Schema(description = "Which fund pays")
record OpenBatch(
        @NotNull @Pattern(regexp = "[A-Z_]{3,60}") @Schema(examples = "EMPLOYMENT_FUND")
        String fund) {}
