package org.leye.contracts.broker;

import java.time.LocalDate;
import java.time.YearMonth;

import org.leye.contracts.Event;
import org.leye.contracts.EventType;
import org.leye.contracts.Topic;

import org.jspecify.annotations.Nullable;

/**
 * A referred worker has reached a milestone that a reward may hang on. Says what broker-service knows of the referral; whether
 * money follows is for a policy to say.
 *
 * @param referrer person key of the broker or of the existing worker
 * @param referrerDivision the place that looks after the referrer; the case goes there
 * @param appointedOnReferralDate whether the broker's appointment was in force and not suspended on that day
 * @param firstValidReferral whether no earlier referral of this worker was valid on that day
 * @param relatedToEmployer whether the referrer is an owner or on the HR staff of the hiring firm, or the worker's spouse
 */
@EventType(value = "broker.referral.milestone-reached.v1", topic = Topic.REFERRAL)
public record ReferralMilestoneReached(
        String referralId,
        String kind,
        String referrer,
        @Nullable String referrerDivision,
        String worker,
        Milestone milestone,
        YearMonth reachedIn,
        LocalDate referredOn,
        boolean appointedOnReferralDate,
        boolean firstValidReferral,
        boolean relatedToEmployer,
        String placementId,
        String placementKind,
        String uscc,
        LocalDate placementStart)
        implements Event {

    @Override
    public String recordKey() {
        return worker;
    }
}
