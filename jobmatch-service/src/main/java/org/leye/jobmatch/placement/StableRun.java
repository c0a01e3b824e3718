package org.leye.jobmatch.placement;

import java.time.LocalDate;
import java.time.YearMonth;

import jakarta.persistence.Embeddable;

/**
 * So many insured months in a row, and the month in which they were full when it was told: a month that becomes known later may
 * move it, what was told stays told.
 */
@Embeddable
class StableRun {

    private int insuredMonths;
    private LocalDate reachedIn;

    @SuppressWarnings("NullAway")
    protected StableRun() {}

    StableRun(int insuredMonths, YearMonth reachedIn) {
        this.insuredMonths = insuredMonths;
        this.reachedIn = reachedIn.atDay(1);
    }

    int insuredMonths() {
        return insuredMonths;
    }

    YearMonth reachedIn() {
        return YearMonth.from(reachedIn);
    }
}
