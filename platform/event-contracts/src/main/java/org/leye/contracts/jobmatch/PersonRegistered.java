package org.leye.contracts.jobmatch;

import java.time.LocalDate;

import org.leye.contracts.Event;
import org.leye.contracts.EventType;
import org.leye.contracts.Topic;

import org.jspecify.annotations.Nullable;

/** A person is known to the public employment service from now on. Carries facts of law only. */
@EventType(value = "jobmatch.person.registered.v1", topic = Topic.PERSON)
public record PersonRegistered(
        String person,
        LocalDate birthDate,
        String sex,
        @Nullable String hukouDivision,
        @Nullable String residenceDivision,
        @Nullable String educationLevel,
        LocalDate registeredOn)
        implements Event {

    @Override
    public String recordKey() {
        return person;
    }
}
