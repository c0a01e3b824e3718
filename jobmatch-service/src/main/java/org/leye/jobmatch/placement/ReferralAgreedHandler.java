package org.leye.jobmatch.placement;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.contracts.broker.ReferralAgreed;
import org.leye.platform.http.command.Turns;
import org.leye.platform.outbox.inbox.EventHandler;

/** Keeps agreed referrals: a placement that starts while one is valid names it, whichever is told first. */
@ApplicationScoped
class ReferralAgreedHandler implements EventHandler<ReferralAgreed> {

    private final AgreedReferrals referrals;
    private final Matches matches;
    private final Turns turns;

    ReferralAgreedHandler(AgreedReferrals referrals, Matches matches, Turns turns) {
        this.referrals = referrals;
        this.matches = matches;
        this.turns = turns;
    }

    @Override
    public Class<ReferralAgreed> eventType() {
        return ReferralAgreed.class;
    }

    @Override
    public void handle(ReferralAgreed event) {
        // Before reading: a start that is being recorded at this moment must see the referral, or we the start.
        turns.take("jobmatch", event.worker());
        if (referrals.findByIdOptional(event.referralId()).isPresent()) {
            return;
        }
        var referral = new AgreedReferral(event);
        referrals.persist(referral);
        matches.withoutReferral(event.worker(), event.referredOn(), event.validUntil()).stream()
                .filter(match -> referral.isFor(match.uscc()))
                .forEach(match -> match.refer(referral.referralId()));
    }
}
