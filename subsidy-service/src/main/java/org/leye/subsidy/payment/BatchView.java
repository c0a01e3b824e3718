package org.leye.subsidy.payment;

import java.time.LocalDate;
import java.util.List;

import org.leye.platform.http.command.Answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A batch as callers see it: no name, no account. */
@Schema(name = "PaymentBatch", description = "Payments that go to the bank together")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BatchView(
        @Schema(examples = "batch_06qk3v0g1rvs3e7m2k0c9d4b5a")
        String id,

        @Schema(examples = "EMPLOYMENT_FUND") String fund,

        @Schema(description = "OPEN, SIGNED or SETTLED", examples = "OPEN")
        String status,

        int paymentCount,
        @Schema(description = "In fen", examples = "15000") long controlSumFen,

        @Schema(description = "How many of the two have signed")
        int signatures,

        LocalDate openedOn,
        @Nullable List<PaymentLine> payments) {

    /** One payment of the batch. */
    @Schema(name = "Payment", description = "One payment of a batch")
    public record PaymentLine(
            @Schema(examples = "pay_06qk3v0g1rvs3e7m2k0c9d4b5a")
            String id,

            String caseId,
            long amountFen,
            String status,
            @Nullable LocalDate settledOn,
            @Nullable String reason) {}

    static BatchView inList(PaymentBatch batch) {
        return of(batch, null);
    }

    static BatchView whole(PaymentBatch batch, PaymentBatches batches) {
        return of(
                batch,
                batches.payments(batch.id()).stream()
                        .map(payment -> new PaymentLine(
                                payment.id(),
                                payment.caseId(),
                                payment.amountFen(),
                                payment.status().name(),
                                payment.settledOn(),
                                payment.reason()))
                        .toList());
    }

    static Answer<BatchView> created(PaymentBatch batch, PaymentBatches batches) {
        return Answer.created("/payment-batches/" + batch.id(), batch.version(), whole(batch, batches));
    }

    static Answer<BatchView> changed(PaymentBatch batch, PaymentBatches batches) {
        return Answer.ok(batch.version(), whole(batch, batches));
    }

    private static BatchView of(PaymentBatch batch, @Nullable List<PaymentLine> payments) {
        return new BatchView(
                batch.id(),
                batch.fund(),
                batch.status().name(),
                batch.paymentCount(),
                batch.controlSumFen(),
                batch.signatures(),
                batch.openedOn(),
                payments);
    }
}
