package org.leye.broker.referral;

/** APPOINTED_BROKER: by a village broker; EXISTING_WORKER: by somebody who works there already. */
public enum ReferralKind {
    APPOINTED_BROKER,
    EXISTING_WORKER
}
