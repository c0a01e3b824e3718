package org.leye.subsidy.payment;

import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.leye.subsidy.casework.SubsidyCase;

import org.jspecify.annotations.Nullable;

/** One case's money on its way, in fen. */
@Entity
class Payment {

    /** What the bank said of it. */
    enum Status {
        IN_PAYMENT,
        PAID,
        RETURNED
    }

    @Id
    private String id;

    @Version
    private long version;

    private String batchId;
    private String caseId;
    private String payeeId;
    private long amountFen;

    @Enumerated(EnumType.STRING)
    private Status status = Status.IN_PAYMENT;

    private @Nullable LocalDate settledOn;
    private @Nullable String reason;

    @SuppressWarnings("NullAway")
    protected Payment() {}

    Payment(String id, String batchId, SubsidyCase about, String payeeId) {
        this.id = id;
        this.batchId = batchId;
        this.caseId = about.id();
        this.payeeId = payeeId;
        this.amountFen = about.amountFen();
    }

    void paid(LocalDate on) {
        status = Status.PAID;
        settledOn = on;
    }

    void returned(LocalDate on, @Nullable String bankReason) {
        status = Status.RETURNED;
        settledOn = on;
        reason = bankReason;
    }

    boolean isOpen() {
        return status == Status.IN_PAYMENT;
    }

    String id() {
        return id;
    }

    String caseId() {
        return caseId;
    }

    String payeeId() {
        return payeeId;
    }

    long amountFen() {
        return amountFen;
    }

    Status status() {
        return status;
    }

    @Nullable
    LocalDate settledOn() {
        return settledOn;
    }

    @Nullable
    String reason() {
        return reason;
    }
}
