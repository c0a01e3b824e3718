package org.leye.subsidy.payment;

import java.time.LocalDate;
import java.util.List;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.leye.platform.identity.Actor;

import org.jspecify.annotations.Nullable;

/**
 * Payments of one fund that go to the bank together. Number and sum are fixed when the batch is made; two people sign; only then
 * is there a file. Sum in fen.
 */
@Entity
class PaymentBatch {

    /** SIGNED: the file may go to the bank; SETTLED: the bank answered for every payment. */
    enum Status {
        OPEN,
        SIGNED,
        SETTLED
    }

    @Id
    private String id;

    @Version
    private long version;

    private String fund;

    @Enumerated(EnumType.STRING)
    private Status status = Status.OPEN;

    private int paymentCount;
    private long controlSumFen;
    private LocalDate openedOn;
    private String openedBy;
    private @Nullable String firstSigner;
    private @Nullable String secondSigner;

    @SuppressWarnings("NullAway")
    protected PaymentBatch() {}

    PaymentBatch(String id, String fund, List<Payment> payments, Actor by, LocalDate today) {
        this.id = id;
        this.fund = fund;
        this.paymentCount = payments.size();
        this.controlSumFen = payments.stream().mapToLong(Payment::amountFen).reduce(0, Math::addExact);
        this.openedBy = by.subject();
        this.openedOn = today;
    }

    /** Throws BATCH_STATE_FORBIDS, CONTROL_TOTAL_WRONG, ALREADY_SIGNED. */
    void sign(int count, long sumFen, Actor by) {
        require(Status.OPEN);
        if (count != paymentCount || sumFen != controlSumFen) {
            throw PaymentProblem.CONTROL_TOTAL_WRONG.problem();
        }
        if (firstSigner == null) {
            firstSigner = by.subject();
        } else if (firstSigner.equals(by.subject())) {
            throw PaymentProblem.ALREADY_SIGNED.problem();
        } else {
            secondSigner = by.subject();
            status = Status.SIGNED;
        }
    }

    /** Throws BATCH_STATE_FORBIDS. */
    void requireSigned() {
        require(Status.SIGNED);
    }

    void settle() {
        status = Status.SETTLED;
    }

    private void require(Status expected) {
        if (status != expected) {
            throw PaymentProblem.BATCH_STATE_FORBIDS.because("批次状态为 %s", "the batch is %s", status);
        }
    }

    String id() {
        return id;
    }

    long version() {
        return version;
    }

    String fund() {
        return fund;
    }

    Status status() {
        return status;
    }

    int paymentCount() {
        return paymentCount;
    }

    long controlSumFen() {
        return controlSumFen;
    }

    LocalDate openedOn() {
        return openedOn;
    }

    int signatures() {
        return secondSigner != null ? 2 : firstSigner != null ? 1 : 0;
    }
}
