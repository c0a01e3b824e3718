package org.leye.broker.referral;

import java.time.LocalDate;
import java.time.YearMonth;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.broker.appointment.Broker;
import org.leye.broker.appointment.Brokers;
import org.leye.broker.placement.Placement;
import org.leye.broker.placement.PlacementFollower;
import org.leye.contracts.broker.Milestone;
import org.leye.contracts.broker.ReferralMilestoneReached;
import org.leye.platform.audit.AuditTrail;
import org.leye.platform.identity.Actor;
import org.leye.platform.outbox.Outbox;

/** Carries a referral on when the placement that it led to goes on, and tells each milestone once. */
@ApplicationScoped
class ReferralProgress implements PlacementFollower {

    private final Referrals referrals;
    private final Brokers brokers;
    private final Outbox outbox;
    private final AuditTrail audit;

    ReferralProgress(Referrals referrals, Brokers brokers, Outbox outbox, AuditTrail audit) {
        this.referrals = referrals;
        this.brokers = brokers;
        this.outbox = outbox;
        this.audit = audit;
    }

    /**
     * Which referral a placement counts for is told by the claims held here, not by what the event says of it: jobmatch may not
     * have heard of the referral when the work began.
     */
    @Override
    public void follow(Placement placement) {
        placement.startDate().ifPresent(start -> referrals
                .claimOn(placement.personKey(), start)
                .filter(referral -> referral.counts(placement.uscc(), start))
                .ifPresent(referral -> carryOn(referral, placement, start)));
    }

    private void carryOn(Referral referral, Placement placement, LocalDate start) {
        if (referral.start(start)) {
            written("referral.start", referral);
        }
        placement.firstInsuredMonth().ifPresent(month -> reach(Milestone.INSURED_1, month, referral, placement, start));
        placement.thirdInsuredMonth().ifPresent(month -> reach(Milestone.INSURED_3, month, referral, placement, start));
    }

    private void reach(Milestone milestone, YearMonth month, Referral referral, Placement placement, LocalDate start) {
        if (!referral.reach(milestone, month, placement.id())) {
            return;
        }
        outbox.append(new ReferralMilestoneReached(
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
                start));
        written("referral.milestone", referral);
    }

    /** An existing worker holds no letter: false, whatever a policy makes of it. */
    private boolean wasAppointed(Referral referral) {
        Broker broker = referral.brokerId() == null ? null : brokers.findById(referral.brokerId());
        return broker != null && broker.wasAppointedOn(referral.referredOn());
    }

    private void written(String action, Referral referral) {
        audit.record(Actor.SYSTEM, action, referral.id(), null, ReferralView.of(referral, Actor.SYSTEM));
    }
}
