package org.leye.jobmatch.placement;

import java.time.LocalDate;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The rules of stable employment by date. */
@ApplicationScoped
class StabilityRules implements PanacheRepositoryBase<StabilityRule, LocalDate> {

    /** Empty if none was in force: such a placement is confirmed and never called stable. */
    Optional<StabilityRule> on(LocalDate startDate) {
        return find("validFrom <= ?1 and (validTo is null or validTo >= ?1)", startDate)
                .singleResultOptional();
    }
}
