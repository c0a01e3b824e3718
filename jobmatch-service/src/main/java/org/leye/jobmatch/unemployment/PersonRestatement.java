package org.leye.jobmatch.unemployment;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.contracts.Event;
import org.leye.contracts.Topic;
import org.leye.jobmatch.person.PersonFacts;
import org.leye.jobmatch.relation.RelationFacts;
import org.leye.platform.outbox.republish.Restatement;

/** The persons as they stand: registered, their key groups, their spells of unemployment, the households of officers. */
@ApplicationScoped
class PersonRestatement implements Restatement {

    private final PersonFacts persons;
    private final RelationFacts relations;
    private final UnemploymentRegistrations registrations;

    PersonRestatement(PersonFacts persons, RelationFacts relations, UnemploymentRegistrations registrations) {
        this.persons = persons;
        this.relations = relations;
        this.registrations = registrations;
    }

    @Override
    public Topic topic() {
        return Topic.PERSON;
    }

    @Override
    public List<String> keysAfter(String key, int limit) {
        return Stream.concat(persons.keysAfter(key, limit).stream(), relations.officersAfter(key, limit).stream())
                .sorted()
                .distinct()
                .limit(limit)
                .toList();
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
        events.addAll(relations.of(key));
        return events;
    }
}
