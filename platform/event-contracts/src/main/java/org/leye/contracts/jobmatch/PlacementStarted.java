package org.leye.contracts.jobmatch;

import java.time.LocalDate;

import org.leye.contracts.Event;
import org.leye.contracts.EventType;
import org.leye.contracts.Topic;

import org.jspecify.annotations.Nullable;

/** A person began work. Not yet confirmed by insurance data. */
@EventType(value = "jobmatch.placement.started.v1", topic = Topic.PLACEMENT)
public record PlacementStarted(
        String placementId,
        String person,
        PlacementKind kind,
        String postingId,
        String uscc,
        LocalDate startDate,
        @Nullable String referralId)
        implements Event {

    @Override
    public String recordKey() {
        return person;
    }
}
