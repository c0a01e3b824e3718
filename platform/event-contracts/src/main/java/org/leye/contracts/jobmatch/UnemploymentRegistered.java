package org.leye.contracts.jobmatch;

import java.time.LocalDate;

import org.leye.contracts.Event;
import org.leye.contracts.EventType;
import org.leye.contracts.Topic;

/** A spell of registered unemployment begins. */
@EventType(value = "jobmatch.person.unemployment-registered.v1", topic = Topic.PERSON)
public record UnemploymentRegistered(String person, String registrationId, LocalDate registeredOn) implements Event {

    @Override
    public String recordKey() {
        return person;
    }
}
