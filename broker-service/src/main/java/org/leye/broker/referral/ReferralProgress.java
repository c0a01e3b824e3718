package org.leye.broker.referral;

import java.time.LocalDate;
import java.time.YearMonth;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.broker.placement.Placement;
import org.leye.broker.placement.PlacementFollower;
import org.leye.contracts.broker.Milestone;
import org.leye.platform.audit.AuditTrail;
import org.leye.platform.identity.Actor;
import org.leye.platform.outbox.Outbox;

/** Carries a referral on when the placement that it led to goes on, and tells each milestone once. */
@ApplicationScoped
class ReferralProgress implements PlacementFollower {

    private final Referrals referrals;
    private final MilestoneEvents milestones;
    private final Outbox outbox;
    private final AuditTrail audit;

    ReferralProgress(Referrals referrals, MilestoneEvents milestones, Outbox outbox, AuditTrail audit) {
        this.referrals = referrals;
        this.milestones = milestones;
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
        placement.firstInsuredMonth().ifPresent(month -> reach(Milestone.INSURED_1, month, referral, placement));
        placement.thirdInsuredMonth().ifPresent(month -> reach(Milestone.INSURED_3, month, referral, placement));
    }

    private void reach(Milestone milestone, YearMonth month, Referral referral, Placement placement) {
        if (!referral.reach(milestone, month, placement.id())) {
            return;
        }
        outbox.append(milestones.reached(referral, milestone, month, placement));
        written("referral.milestone", referral);
    }

    private void written(String action, Referral referral) {
        audit.record(Actor.SYSTEM, action, referral.id(), null, ReferralView.of(referral, Actor.SYSTEM));
    }
}
