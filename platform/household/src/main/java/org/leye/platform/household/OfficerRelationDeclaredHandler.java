package org.leye.platform.household;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.contracts.jobmatch.OfficerRelationDeclared;
import org.leye.platform.outbox.inbox.EventHandler;

/** Learns who belongs to whose household. */
@ApplicationScoped
class OfficerRelationDeclaredHandler implements EventHandler<OfficerRelationDeclared> {

    private final OfficerRelations relations;

    OfficerRelationDeclaredHandler(OfficerRelations relations) {
        this.relations = relations;
    }

    @Override
    public Class<OfficerRelationDeclared> eventType() {
        return OfficerRelationDeclared.class;
    }

    @Override
    public void handle(OfficerRelationDeclared event) {
        relations.put(new OfficerRelation(
                event.relationId(), event.officer(), event.related(), null, event.validFrom(), null));
    }
}
