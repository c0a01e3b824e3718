package org.leye.contracts.jobmatch;

import java.time.LocalDate;

import org.leye.contracts.Event;
import org.leye.contracts.EventType;
import org.leye.contracts.Topic;

/** A person left the job. */
@EventType(value = "jobmatch.placement.ended.v1", topic = Topic.PLACEMENT)
public record PlacementEnded(String placementId, String person, String uscc, LocalDate endDate, String reason)
        implements Event {

    @Override
    public String recordKey() {
        return person;
    }
}
