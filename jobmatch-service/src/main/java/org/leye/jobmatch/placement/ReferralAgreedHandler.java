package org.leye.jobmatch.placement;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.contracts.broker.ReferralAgreed;
import org.leye.jobmatch.KeyLock;
import org.leye.platform.outbox.inbox.EventHandler;

/** Keeps agreed referrals: a placement that starts while one is valid names it, whichever is told first. */
@ApplicationScoped
class ReferralAgreedHandler implements EventHandler<ReferralAgreed> {

    private final AgreedReferrals referrals;
    private final Matches matches;
    private final KeyLock lock;

    ReferralAgreedHandler(AgreedReferrals referrals, Matches matches, KeyLock lock) {
        this.referrals = referrals;
        this.matches = matches;
        this.lock = lock;
    }

    @Override
    public Class<ReferralAgreed> eventType() {
        return ReferralAgreed.class;
    }

    @Override
    public void handle(ReferralAgreed event) {
        // Before reading: a start that is being recorded at this moment must see the referral, or we the start.
        lock.take(event.worker());
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
