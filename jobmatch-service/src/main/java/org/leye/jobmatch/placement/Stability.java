package org.leye.jobmatch.placement;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * The gap rule by whole months: insured months count as one run only if none is missing between them.
 * Unit: months. Source: domain.md C.6; the rule by days needs contract dates that are not known here.
 */
final class Stability {

    private Stability() {}

    /** The month in which a run first reached this length. The months are given in order. */
    static Optional<YearMonth> reached(List<YearMonth> months, int length) {
        int run = 0;
        YearMonth previous = null;
        for (var month : months) {
            run = month.minusMonths(1).equals(previous) ? run + 1 : 1;
            if (run >= length) {
                return Optional.of(month);
            }
            previous = month;
        }
        return Optional.empty();
    }
}
