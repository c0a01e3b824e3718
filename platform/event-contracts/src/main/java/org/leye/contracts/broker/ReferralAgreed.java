package org.leye.contracts.broker;

import java.time.LocalDate;

import org.leye.contracts.Event;
import org.leye.contracts.EventType;
import org.leye.contracts.Topic;

import org.jspecify.annotations.Nullable;

/** The candidate of a valid referral agreed to it herself; within the claim window her placement counts for the referrer. */
@EventType(value = "broker.referral.agreed.v1", topic = Topic.REFERRAL)
public record ReferralAgreed(
        String referralId,
        String worker,
        String kind,
        @Nullable String uscc,
        LocalDate referredOn,
        LocalDate validUntil)
        implements Event {

    @Override
    public String recordKey() {
        return worker;
    }
}
