package org.leye.contracts.jobmatch;

import java.time.LocalDate;

import org.leye.contracts.Event;
import org.leye.contracts.EventType;
import org.leye.contracts.Topic;

/** A person belongs to an officer's household no longer. Says all of the relation: it may be heard of first. */
@EventType(value = "jobmatch.officer-relation.ended.v1", topic = Topic.PERSON)
public record OfficerRelationEnded(
        String relationId, String officer, String related, LocalDate validFrom, LocalDate validTo) implements Event {

    @Override
    public String recordKey() {
        return officer;
    }
}
