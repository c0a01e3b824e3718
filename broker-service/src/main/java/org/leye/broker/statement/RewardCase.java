package org.leye.broker.statement;

import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import org.leye.contracts.broker.Milestone;

import org.jspecify.annotations.Nullable;

/** What is known so far of one reward case. Each event adds what it says, in any order. Amounts in fen. */
@Entity
class RewardCase {

    @Id
    private String caseId;

    private String referralId;

    @Enumerated(EnumType.STRING)
    private Milestone milestone;

    private @Nullable LocalDate openedOn;
    private @Nullable Long decidedFen;
    private @Nullable LocalDate decidedOn;
    private @Nullable Long paidFen;
    private @Nullable LocalDate paidOn;

    @SuppressWarnings("NullAway")
    protected RewardCase() {}

    RewardCase(String caseId, RewardSource source) {
        this.caseId = caseId;
        this.referralId = source.referralId();
        this.milestone = source.milestone();
    }

    void opened(LocalDate day) {
        openedOn = day;
    }

    void decided(long amountFen, LocalDate day) {
        decidedFen = amountFen;
        decidedOn = day;
    }

    void paid(long amountFen, LocalDate day) {
        paidFen = amountFen;
        paidOn = day;
    }

    RewardState state() {
        if (paidOn != null) {
            return RewardState.PAID;
        }
        if (decidedFen == null) {
            return RewardState.ACCRUED;
        }
        return decidedFen > 0 ? RewardState.APPROVED : RewardState.REFUSED;
    }

    /** What was paid, else what was decided; nothing before a decision, for only the policy knows amounts. */
    @Nullable
    Long amountFen() {
        return paidFen == null ? decidedFen : paidFen;
    }

    String caseId() {
        return caseId;
    }

    String referralId() {
        return referralId;
    }

    Milestone milestone() {
        return milestone;
    }

    @Nullable
    LocalDate openedOn() {
        return openedOn;
    }

    @Nullable
    LocalDate decidedOn() {
        return decidedOn;
    }

    @Nullable
    LocalDate paidOn() {
        return paidOn;
    }
}
