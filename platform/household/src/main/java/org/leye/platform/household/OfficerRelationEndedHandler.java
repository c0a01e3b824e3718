package org.leye.platform.household;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.contracts.jobmatch.OfficerRelationEnded;
import org.leye.platform.outbox.inbox.EventHandler;

/** Learns when a relation ended, also before it has heard of its beginning. */
@ApplicationScoped
class OfficerRelationEndedHandler implements EventHandler<OfficerRelationEnded> {

    private final OfficerRelations relations;

    OfficerRelationEndedHandler(OfficerRelations relations) {
        this.relations = relations;
    }

    @Override
    public Class<OfficerRelationEnded> eventType() {
        return OfficerRelationEnded.class;
    }

    @Override
    public void handle(OfficerRelationEnded event) {
        relations.put(new OfficerRelation(
                event.relationId(), event.officer(), event.related(), null, event.validFrom(), event.validTo()));
    }
}
