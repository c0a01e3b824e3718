package org.leye.broker.referral;

import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.jspecify.annotations.Nullable;

/** The window of a referral and what an existing worker must bring, from a date on. */
@Entity
class ReferralRule {

    @Id
    LocalDate validFrom;

    @Nullable
    LocalDate validTo;

    int windowDays;
    int existingWorkerMonths;
    String source;
    String confidence;

    @SuppressWarnings("NullAway")
    protected ReferralRule() {}

    /** The day of the referral is day 0. */
    LocalDate lastDayOfWindow(LocalDate referredOn) {
        return referredOn.plusDays(windowDays);
    }
}
