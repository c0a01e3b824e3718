package org.leye.broker.appointment;

import java.time.LocalDate;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import org.jspecify.annotations.Nullable;

/** A state of a broker from one day on, up to but without {@code validTo}. */
@Embeddable
class BrokerState {

    @Enumerated(EnumType.STRING)
    BrokerStatus status;

    LocalDate validFrom;

    @Nullable
    LocalDate validTo;

    @SuppressWarnings("NullAway")
    protected BrokerState() {}

    BrokerState(BrokerStatus status, LocalDate validFrom) {
        this.status = status;
        this.validFrom = validFrom;
    }

    boolean holdsOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
    }

    /** Gives way to a state that begins on that day, however long this one was thought to last. */
    void giveWayOn(LocalDate day) {
        if (validTo == null || validTo.isAfter(day)) {
            validTo = day.isAfter(validFrom) ? day : validFrom;
        }
    }
}
