package org.leye.jobmatch.placement;

import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.leye.contracts.broker.ReferralAgreed;

import org.jspecify.annotations.Nullable;

/** A referral its candidate agreed to, as broker-service told of it. */
@Entity
class AgreedReferral {

    @Id
    private String referralId;

    private String worker;
    private @Nullable String uscc;
    private LocalDate referredOn;
    private LocalDate validUntil;

    @SuppressWarnings("NullAway")
    protected AgreedReferral() {}

    AgreedReferral(ReferralAgreed event) {
        this.referralId = event.referralId();
        this.worker = event.worker();
        this.uscc = event.uscc();
        this.referredOn = event.referredOn();
        this.validUntil = event.validUntil();
    }

    String referralId() {
        return referralId;
    }

    /** Whether it is for any enterprise or for this one. */
    boolean isFor(String enterprise) {
        return uscc == null || uscc.equals(enterprise);
    }
}
