package org.leye.subsidy.casework;

import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.leye.platform.identity.Actor;
import org.leye.subsidy.policy.Evaluation;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * Somebody may be entitled to money, and how far that has come. Amounts in fen. Each transition asks the state first and throws
 * CASE_STATE_FORBIDS if it does not allow it.
 */
@Entity
public class SubsidyCase {

    @Id
    private String id;

    @Version
    private long version;

    private String instrument;
    private String beneficiary;
    private String subject;
    private String sourceReference;
    private @Nullable String division;
    private LocalDate basisDate;

    @JdbcTypeCode(SqlTypes.JSON)
    private String grounds;

    @Enumerated(EnumType.STRING)
    private CaseStatus status = CaseStatus.CANDIDATE;

    private LocalDate openedOn;
    private @Nullable String decisionId;
    private long amountFen;
    private @Nullable LocalDate noticeEndsOn;
    private @Nullable String checkedBy;
    private @Nullable String reviewedBy;
    private @Nullable LocalDate paidOn;

    @SuppressWarnings("NullAway")
    protected SubsidyCase() {}

    SubsidyCase(String id, Opening opening, LocalDate openedOn) {
        this.id = id;
        this.instrument = opening.instrument();
        this.beneficiary = opening.beneficiary();
        this.subject = opening.subject();
        this.sourceReference = opening.sourceReference();
        this.division = opening.division();
        this.basisDate = opening.basisDate();
        this.grounds = opening.groundsJson();
        this.openedOn = openedOn;
    }

    /**
     * What opens a case.
     *
     * @param beneficiary person key or credit code of who would be paid
     * @param subject whom it is about: the worker, the holder of a certificate
     * @param sourceReference names the fact that opened it; the same fact opens no second case
     * @param basisDate the date that picks the policy
     * @param groundsJson what the opening event said; facts are gathered from it
     */
    public record Opening(
            String instrument,
            String beneficiary,
            String subject,
            String sourceReference,
            @Nullable String division,
            LocalDate basisDate,
            String groundsJson) {}

    void confirm() {
        move(CaseAction.CONFIRM, CaseStatus.SUBMITTED);
    }

    void decline() {
        move(CaseAction.DECLINE, CaseStatus.DECLINED);
    }

    void accept(Actor by) {
        refuseOwn(by);
        move(CaseAction.ACCEPT, CaseStatus.IN_CHECK);
    }

    /** The officer's check: the policy's answer becomes a recommendation, either way. */
    void evaluated(String decisionId, Evaluation evaluation, Actor by) {
        refuseOwn(by);
        var pays = evaluation.outcome() != Evaluation.Outcome.REFUSED;
        move(CaseAction.EVALUATE, pays ? CaseStatus.RECOMMENDED : CaseStatus.REFUSED_DRAFT);
        this.decisionId = decisionId;
        this.amountFen = evaluation.amountFen();
        this.checkedBy = by.subject();
        this.reviewedBy = null;
    }

    /** Throws OWN_CASE. */
    void approve(Actor by) {
        refuseOwn(by);
        move(CaseAction.APPROVE, CaseStatus.APPROVED);
        reviewedBy = by.subject();
    }

    /** Throws OWN_CASE. */
    void refuse(Actor by) {
        refuseOwn(by);
        move(CaseAction.REFUSE, CaseStatus.REFUSED);
        reviewedBy = by.subject();
    }

    /** Throws OWN_CASE. */
    void sendBack(Actor by) {
        refuseOwn(by);
        move(CaseAction.SEND_BACK, CaseStatus.IN_CHECK);
    }

    /** Starts the public notice; null for an instrument without one. */
    void publish(@Nullable LocalDate noticeEnds, Actor by) {
        refuseOwn(by);
        move(CaseAction.PUBLISH, noticeEnds == null ? CaseStatus.PAYABLE : CaseStatus.IN_NOTICE);
        this.noticeEndsOn = noticeEnds;
    }

    void endNotice() {
        move(CaseAction.END_NOTICE, CaseStatus.PAYABLE);
    }

    public void putIntoPayment() {
        move(CaseAction.BATCH, CaseStatus.IN_PAYMENT);
    }

    public void paid(LocalDate on) {
        move(CaseAction.SETTLE, CaseStatus.PAID);
        this.paidOn = on;
    }

    public void returnedByBank() {
        move(CaseAction.RETURN, CaseStatus.RETURNED_BY_BANK);
    }

    /** Throws OWN_CASE. */
    void payAgain(Actor by) {
        refuseOwn(by);
        move(CaseAction.PAY_AGAIN, CaseStatus.PAYABLE);
    }

    /** An officer carries her own person key; she does not handle money for herself. */
    void refuseOwn(Actor by) {
        if (by.person() != null
                && (by.person().value().equals(beneficiary)
                        || by.person().value().equals(subject))) {
            throw CaseProblem.OWN_CASE.problem();
        }
    }

    private void move(CaseAction action, CaseStatus next) {
        if (!action.possibleIn(status)) {
            throw CaseProblem.CASE_STATE_FORBIDS.because("案件状态为 %s", "the case is %s", status);
        }
        status = next;
    }

    public String id() {
        return id;
    }

    public long version() {
        return version;
    }

    public String instrument() {
        return instrument;
    }

    public String beneficiary() {
        return beneficiary;
    }

    public String subject() {
        return subject;
    }

    public String sourceReference() {
        return sourceReference;
    }

    public @Nullable String division() {
        return division;
    }

    public LocalDate basisDate() {
        return basisDate;
    }

    public String grounds() {
        return grounds;
    }

    public CaseStatus status() {
        return status;
    }

    LocalDate openedOn() {
        return openedOn;
    }

    public @Nullable String decisionId() {
        return decisionId;
    }

    public long amountFen() {
        return amountFen;
    }

    @Nullable
    LocalDate noticeEndsOn() {
        return noticeEndsOn;
    }

    public @Nullable String reviewedBy() {
        return reviewedBy;
    }

    @Nullable
    LocalDate paidOn() {
        return paidOn;
    }
}
