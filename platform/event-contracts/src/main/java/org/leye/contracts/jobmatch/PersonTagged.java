package org.leye.contracts.jobmatch;

import java.time.LocalDate;

import org.leye.contracts.Event;
import org.leye.contracts.EventType;
import org.leye.contracts.Topic;

import org.jspecify.annotations.Nullable;

/** A person belongs to a key group from a date on; {@code validTo} is the last day, if it is known. */
@EventType(value = "jobmatch.person.tagged.v1", topic = Topic.PERSON)
public record PersonTagged(
        String person,
        String kind,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String source) implements Event {

    @Override
    public String recordKey() {
        return person;
    }
}
