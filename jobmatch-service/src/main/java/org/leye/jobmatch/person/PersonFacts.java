package org.leye.jobmatch.person;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.contracts.Event;

/** What others are told of persons, told again: that they are registered, and their key groups. */
@ApplicationScoped
public class PersonFacts {

    private final Persons persons;
    private final KeyGroupTags tags;

    PersonFacts(Persons persons, KeyGroupTags tags) {
        this.persons = persons;
        this.tags = tags;
    }

    /** Every person, by key. */
    public List<String> keysAfter(String key, int limit) {
        return persons.keysAfter(key, limit);
    }

    /** The events of one person, in the order in which they happened; none of somebody who is not registered. */
    public List<Event> of(String key) {
        var registered = persons.findByIdOptional(key);
        if (registered.isEmpty()) {
            return List.of();
        }
        var person = registered.get();
        var events = new ArrayList<Event>();
        events.add(person.tellRegistered());
        tags.of(person).forEach(tag -> events.add(tag.tellTagged()));
        return events;
    }
}
