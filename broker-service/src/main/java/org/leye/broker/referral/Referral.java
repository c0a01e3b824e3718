package org.leye.broker.referral;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;

import org.leye.contracts.broker.Milestone;
import org.leye.contracts.broker.ReferralAgreed;
import org.leye.platform.identity.Actor;
import org.leye.platform.identity.PersonKey;
import org.leye.platform.identity.Roles;

import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.jspecify.annotations.Nullable;

/** A claim that somebody brings a worker, and how far that worker has come. */
@Entity
public class Referral {

    @Id
    private String id;

    @Version
    private long version;

    @Enumerated(EnumType.STRING)
    private ReferralKind kind;

    private @Nullable String brokerId;
    private String referrerKey;
    private @Nullable String division;
    private String workerKey;
    private @Nullable String targetUscc;
    private @Nullable String targetPostingId;
    private boolean relatedToEmployer;
    private Instant madeAt;
    private LocalDate referredOn;
    private LocalDate validUntil;

    @Enumerated(EnumType.STRING)
    private ReferralStatus status;

    private @Nullable LocalDate agreedOn;
    private @Nullable LocalDate startedOn;
    private @Nullable LocalDate closedOn;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "referral_milestone", joinColumns = @JoinColumn(name = "referral_id"))
    @Fetch(FetchMode.SUBSELECT)
    private List<ReachedMilestone> milestones = new ArrayList<>();

    /** For Hibernate. */
    @SuppressWarnings("NullAway")
    protected Referral() {}

    /** A claim made at that moment; a duplicate from the start if another one keeps it away. */
    Referral(String id, MakeReferral request, Referrer referrer, PersonKey worker, Claim claim) {
        this.id = id;
        this.kind = request.kind();
        this.brokerId = referrer.brokerId();
        this.referrerKey = referrer.person().value();
        this.division = referrer.division();
        this.workerKey = worker.value();
        this.targetUscc =
                request.targetUscc() == null ? null : request.targetUscc().value();
        this.targetPostingId = request.targetPostingId();
        this.relatedToEmployer = Boolean.TRUE.equals(request.relatedToEmployer());
        this.madeAt = claim.madeAt();
        this.referredOn = claim.day();
        this.validUntil = claim.lastDay();
        this.status = claim.keptAway() ? ReferralStatus.DUPLICATE : ReferralStatus.VALID;
    }

    /** Throws REFERRAL_STATE_FORBIDS, REFERRAL_WINDOW_OVER. */
    void agree(LocalDate today) {
        require(ReferralAction.AGREEMENT);
        if (today.isAfter(validUntil)) {
            throw ReferralProblem.REFERRAL_WINDOW_OVER.because("有效至 %s", "it was valid until %s", validUntil);
        }
        become(ReferralStatus.CANDIDATE_AGREED);
        agreedOn = today;
    }

    /** Throws REFERRAL_STATE_FORBIDS. */
    void reject(LocalDate today) {
        require(ReferralAction.REJECTION);
        become(ReferralStatus.REJECTED);
        closedOn = today;
    }

    /** Ends with its window, on the day after the last. */
    void expire() {
        become(ReferralStatus.EXPIRED);
        closedOn = validUntil.plusDays(1);
    }

    /** Whether a placement counts for this referral: where it was meant, agreed to, begun within the window. */
    boolean counts(String uscc, LocalDate startDate) {
        return (targetUscc == null || targetUscc.equals(uscc))
                && agreedOn != null
                && !ReferralStatus.WITHOUT_CLAIM.contains(status)
                && !startDate.isBefore(referredOn)
                && !startDate.isAfter(validUntil);
    }

    /** The worker began work. Tells whether that was news. */
    boolean start(LocalDate startDate) {
        if (startedOn != null) {
            return false;
        }
        become(ReferralStatus.STARTED);
        startedOn = startDate;
        closedOn = null;
        return true;
    }

    /** A milestone was reached, in whatever order it is told. Tells whether that was news. */
    boolean reach(Milestone milestone, YearMonth month, String placementId) {
        if (milestones.stream().anyMatch(reached -> reached.milestone == milestone)) {
            return false;
        }
        milestones.add(new ReachedMilestone(milestone, month, placementId));
        var next = milestone == Milestone.INSURED_1 ? ReferralStatus.INSURED_1 : ReferralStatus.INSURED_3;
        if (status != ReferralStatus.INSURED_3) {
            become(next);
        }
        return true;
    }

    /** What others are told when the candidate agreed. */
    ReferralAgreed tellAgreed() {
        return new ReferralAgreed(id, workerKey, kind.name(), targetUscc, referredOn, validUntil);
    }

    /** Whether the candidate's word stands: she agreed and did not take it back. */
    boolean isAgreedTo() {
        return agreedOn != null && status != ReferralStatus.REJECTED;
    }

    /** Whether the caller is, as a citizen, the person who is referred. */
    boolean isCandidate(Actor caller) {
        return caller.is(Roles.CITIZEN)
                && caller.person() != null
                && caller.person().value().equals(workerKey);
    }

    private void require(ReferralAction action) {
        if (!action.from().contains(status)) {
            throw ReferralProblem.REFERRAL_STATE_FORBIDS.because("推荐状态为 %s", "the referral is %s", status);
        }
    }

    private void become(ReferralStatus next) {
        if (!status.successors().contains(next)) {
            throw new IllegalStateException(status + " never becomes " + next);
        }
        status = next;
    }

    public String id() {
        return id;
    }

    long version() {
        return version;
    }

    ReferralKind kind() {
        return kind;
    }

    @Nullable
    String brokerId() {
        return brokerId;
    }

    String referrerKey() {
        return referrerKey;
    }

    /** The place that looks after the broker; none for an existing worker. */
    @Nullable
    String division() {
        return division;
    }

    String workerKey() {
        return workerKey;
    }

    @Nullable
    String targetUscc() {
        return targetUscc;
    }

    @Nullable
    String targetPostingId() {
        return targetPostingId;
    }

    boolean relatedToEmployer() {
        return relatedToEmployer;
    }

    Instant madeAt() {
        return madeAt;
    }

    LocalDate referredOn() {
        return referredOn;
    }

    LocalDate validUntil() {
        return validUntil;
    }

    ReferralStatus status() {
        return status;
    }

    @Nullable
    LocalDate agreedOn() {
        return agreedOn;
    }

    @Nullable
    LocalDate startedOn() {
        return startedOn;
    }

    List<ReachedMilestone> milestones() {
        return milestones;
    }
}
