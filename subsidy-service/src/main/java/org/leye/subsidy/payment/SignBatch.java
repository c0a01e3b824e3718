package org.leye.subsidy.payment;

import jakarta.validation.constraints.Min;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A signature under what the signer has counted herself. */
@Schema(description = "Number and sum as the signer has counted them")
record SignBatch(
        @Min(1) @Schema(examples = "1") int paymentCount,

        @Min(1) @Schema(description = "In fen", examples = "15000")
        long controlSumFen) {}
