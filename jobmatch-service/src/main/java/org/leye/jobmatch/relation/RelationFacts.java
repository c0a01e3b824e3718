package org.leye.jobmatch.relation;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.contracts.Event;
import org.leye.platform.household.OfficerRelations;

/** What others are told of officers' relations, told again. */
@ApplicationScoped
public class RelationFacts {

    private final OfficerRelations relations;

    RelationFacts(OfficerRelations relations) {
        this.relations = relations;
    }

    /** Every officer who declared one, by key; she need not be a registered person. */
    public List<String> officersAfter(String key, int limit) {
        return relations.officersAfter(key, limit);
    }

    /** The events of one officer's relations. */
    public List<Event> of(String officer) {
        var events = new ArrayList<Event>();
        for (var relation : relations.list(officer, "", Integer.MAX_VALUE)) {
            events.add(RelationEvents.declared(relation));
            if (relation.validTo() != null) {
                events.add(RelationEvents.ended(relation, relation.validTo()));
            }
        }
        return events;
    }
}
