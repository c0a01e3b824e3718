package org.leye.jobmatch.placement;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.contracts.broker.ReferralAgreed;
import org.leye.platform.outbox.inbox.EventHandler;

/** Keeps agreed referrals: a placement that starts while one is valid names it. */
@ApplicationScoped
class ReferralAgreedHandler implements EventHandler<ReferralAgreed> {

    private final AgreedReferrals referrals;

    ReferralAgreedHandler(AgreedReferrals referrals) {
        this.referrals = referrals;
    }

    @Override
    public Class<ReferralAgreed> eventType() {
        return ReferralAgreed.class;
    }

    @Override
    public void handle(ReferralAgreed event) {
        if (referrals.findByIdOptional(event.referralId()).isEmpty()) {
            referrals.persist(new AgreedReferral(event));
        }
    }
}
