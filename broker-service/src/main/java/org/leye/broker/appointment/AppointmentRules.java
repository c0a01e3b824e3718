package org.leye.broker.appointment;

import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The usual terms by date. */
@ApplicationScoped
class AppointmentRules implements PanacheRepositoryBase<AppointmentRule, LocalDate> {

    /** Throws NO_TERM_IN_FORCE: the last known rule is never a guess for a day without one. */
    AppointmentRule on(LocalDate day) {
        return find("validFrom <= ?1 and (validTo is null or validTo >= ?1)", day)
                .singleResultOptional()
                .orElseThrow(BrokerProblem.NO_TERM_IN_FORCE::problem);
    }
}
