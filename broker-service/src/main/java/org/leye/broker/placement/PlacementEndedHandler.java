package org.leye.broker.placement;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.contracts.jobmatch.PlacementEnded;
import org.leye.platform.outbox.inbox.EventHandler;

/** Keeps that a person left: she is an existing worker there no longer. */
@ApplicationScoped
class PlacementEndedHandler implements EventHandler<PlacementEnded> {

    private final Placements placements;

    PlacementEndedHandler(Placements placements) {
        this.placements = placements;
    }

    @Override
    public Class<PlacementEnded> eventType() {
        return PlacementEnded.class;
    }

    @Override
    public void handle(PlacementEnded event) {
        placements.known(event.placementId(), event.person(), event.uscc()).ended(event.endDate());
    }
}
