package org.leye.contracts.jobmatch;

import java.time.LocalDate;
import java.time.YearMonth;

import org.leye.contracts.Event;
import org.leye.contracts.EventType;
import org.leye.contracts.Topic;

import org.jspecify.annotations.Nullable;

/** A placement has reached {@code insuredMonths} insured months (3 or 6) by the gap rule. */
@EventType(value = "jobmatch.placement.stable.v1", topic = Topic.PLACEMENT)
public record PlacementStable(
        String placementId,
        String person,
        PlacementKind kind,
        String postingId,
        String uscc,
        LocalDate startDate,
        int insuredMonths,
        YearMonth reachedIn,
        @Nullable String referralId)
        implements Event {

    @Override
    public String recordKey() {
        return person;
    }
}
