package org.leye.contracts.jobmatch;

import java.time.LocalDate;
import java.time.YearMonth;

import org.leye.contracts.Event;
import org.leye.contracts.EventType;
import org.leye.contracts.Topic;

import org.jspecify.annotations.Nullable;

/** The first insured month of a placement has arrived. */
@EventType(value = "jobmatch.placement.confirmed.v1", topic = Topic.PLACEMENT)
public record PlacementConfirmed(
        String placementId,
        String person,
        PlacementKind kind,
        String postingId,
        String uscc,
        LocalDate startDate,
        YearMonth firstInsuredMonth,
        @Nullable String referralId)
        implements Event {

    @Override
    public String recordKey() {
        return person;
    }
}
