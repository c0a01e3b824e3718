package org.leye.jobmatch.unemployment;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.contracts.Event;
import org.leye.contracts.Topic;
import org.leye.jobmatch.person.PersonFacts;
import org.leye.platform.outbox.republish.Restatement;

/** The persons as they stand: registered, their key groups, their spells of unemployment. */
@ApplicationScoped
class PersonRestatement implements Restatement {

    private final PersonFacts persons;
    private final UnemploymentRegistrations registrations;

    PersonRestatement(PersonFacts persons, UnemploymentRegistrations registrations) {
        this.persons = persons;
        this.registrations = registrations;
    }

    @Override
    public Topic topic() {
        return Topic.PERSON;
    }

    @Override
    public List<String> keysAfter(String key, int limit) {
        return persons.keysAfter(key, limit);
    }

    /** The order of her key groups among her spells is not kept; neither reads the other. */
    @Override
    public List<Event> of(String key) {
        var events = new ArrayList<>(persons.of(key));
        for (var spell : registrations.of(key)) {
            events.add(spell.tellRegistered());
            if (spell.endedOn() != null) {
                events.add(spell.tellEnded());
            }
        }
        return events;
    }
}
