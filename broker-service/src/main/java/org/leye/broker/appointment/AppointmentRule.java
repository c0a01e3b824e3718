package org.leye.broker.appointment;

import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.jspecify.annotations.Nullable;

/** How long a letter of appointment holds if it does not say so itself, from a date on. */
@Entity
class AppointmentRule {

    @Id
    LocalDate validFrom;

    @Nullable
    LocalDate validTo;

    int termMonths;
    String source;
    String confidence;

    @SuppressWarnings("NullAway")
    protected AppointmentRule() {}

    /** The last day of a term that begins on that day: a year from 1 March ends with the last of February. */
    LocalDate lastDayOfTerm(LocalDate from) {
        return from.plusMonths(termMonths).minusDays(1);
    }
}
