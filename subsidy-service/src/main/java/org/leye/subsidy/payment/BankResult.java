package org.leye.subsidy.payment;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the bank says of the payments of a batch. */
@Schema(description = "What the bank says of payments of a batch")
record BankResult(@NotNull @Size(min = 1, max = 10000) List<@Valid @NotNull Line> lines) {

    /** Of one payment. */
    @Schema(name = "BankResultLine", description = "What the bank says of one payment")
    record Line(
            @NotBlank @Size(max = 60) @Schema(examples = "pay_06qk3v0g1rvs3e7m2k0c9d4b5a")
            String paymentId,

            @NotNull @Schema(examples = "PAID") Outcome outcome,

            @Size(max = 35) @Schema(description = "The bank's code for a return", examples = "AC01") @Nullable
            String reason) {}

    /** Paid, or sent back. */
    enum Outcome {
        PAID,
        RETURNED
    }
}
