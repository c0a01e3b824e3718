package org.leye.broker.referral;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.broker.placement.Placements;
import org.leye.contracts.Event;
import org.leye.contracts.Topic;
import org.leye.platform.outbox.republish.Restatement;

/** The referrals as they stand: agreed to, and the milestones they reached. Not those that the candidate took back. */
@ApplicationScoped
class ReferralRestatement implements Restatement {

    private final Referrals referrals;
    private final Placements placements;
    private final MilestoneEvents milestones;

    ReferralRestatement(Referrals referrals, Placements placements, MilestoneEvents milestones) {
        this.referrals = referrals;
        this.placements = placements;
        this.milestones = milestones;
    }

    @Override
    public Topic topic() {
        return Topic.REFERRAL;
    }

    @Override
    public List<String> keysAfter(String key, int limit) {
        return referrals.workersAfter(key, limit);
    }

    @Override
    public List<Event> of(String key) {
        var events = new ArrayList<Event>();
        for (var referral : referrals.of(key)) {
            if (referral.isAgreedTo()) {
                events.add(referral.tellAgreed());
            }
            referral.milestones().stream()
                    .sorted(Comparator.comparing(reached -> reached.milestone))
                    .forEach(reached -> events.add(tell(referral, reached)));
        }
        return events;
    }

    private Event tell(Referral referral, ReachedMilestone reached) {
        return milestones.reached(
                referral,
                reached.milestone,
                YearMonth.parse(reached.reachedIn),
                placements.findById(reached.placementId));
    }
}
