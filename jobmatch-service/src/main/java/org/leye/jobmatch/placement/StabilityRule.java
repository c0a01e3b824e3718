package org.leye.jobmatch.placement;

import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.jspecify.annotations.Nullable;

/** How many insured months in a row make a placement stable, in two grades. */
@Entity
class StabilityRule {

    @Id
    LocalDate validFrom;

    @Nullable
    LocalDate validTo;

    int firstMonths;
    int secondMonths;
    String source;
    String confidence;

    @SuppressWarnings("NullAway")
    protected StabilityRule() {}
}
