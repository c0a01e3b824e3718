package org.leye.broker.placement;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.contracts.jobmatch.PlacementStarted;
import org.leye.platform.outbox.inbox.EventHandler;

/** Keeps who began work where. */
@ApplicationScoped
class PlacementStartedHandler implements EventHandler<PlacementStarted> {

    private final Placements placements;
    private final PlacementFollower follower;

    PlacementStartedHandler(Placements placements, PlacementFollower follower) {
        this.placements = placements;
        this.follower = follower;
    }

    @Override
    public Class<PlacementStarted> eventType() {
        return PlacementStarted.class;
    }

    @Override
    public void handle(PlacementStarted event) {
        var placement = placements.known(event.placementId(), event.person(), event.uscc());
        placement.started(event.kind(), event.startDate());
        follower.follow(placement);
    }
}
