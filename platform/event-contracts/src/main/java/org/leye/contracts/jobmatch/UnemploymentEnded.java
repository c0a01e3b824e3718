package org.leye.contracts.jobmatch;

import java.time.LocalDate;

import org.leye.contracts.Event;
import org.leye.contracts.EventType;
import org.leye.contracts.Topic;

/** A spell of registered unemployment ends; {@code reason} is its code, such as EMPLOYED. */
@EventType(value = "jobmatch.person.unemployment-ended.v1", topic = Topic.PERSON)
public record UnemploymentEnded(String person, String registrationId, LocalDate endedOn, String reason)
        implements Event {

    @Override
    public String recordKey() {
        return person;
    }
}
