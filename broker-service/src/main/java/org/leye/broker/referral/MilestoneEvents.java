package org.leye.broker.referral;

import java.time.YearMonth;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.broker.appointment.Brokers;
import org.leye.broker.placement.Placement;
import org.leye.contracts.broker.Milestone;
import org.leye.contracts.broker.ReferralMilestoneReached;

/** What others are told of a milestone: all that a policy may ask about the referral. */
@ApplicationScoped
class MilestoneEvents {

    private final Referrals referrals;
    private final Brokers brokers;

    MilestoneEvents(Referrals referrals, Brokers brokers) {
        this.referrals = referrals;
        this.brokers = brokers;
    }

    /** The placement has started and is of a known kind. */
    ReferralMilestoneReached reached(Referral referral, Milestone milestone, YearMonth month, Placement placement) {
        return new ReferralMilestoneReached(
                referral.id(),
                referral.kind().name(),
                referral.referrerKey(),
                referral.division(),
                referral.workerKey(),
                milestone,
                month,
                referral.referredOn(),
                wasAppointed(referral),
                referrals.isFirstValid(referral),
                referral.relatedToEmployer(),
                placement.id(),
                placement.kind().orElseThrow().name(),
                placement.uscc(),
                placement.startDate().orElseThrow());
    }

    /** An existing worker holds no letter: false, whatever a policy makes of it. */
    private boolean wasAppointed(Referral referral) {
        var broker = referral.brokerId() == null ? null : brokers.findById(referral.brokerId());
        return broker != null && broker.wasAppointedOn(referral.referredOn());
    }
}
