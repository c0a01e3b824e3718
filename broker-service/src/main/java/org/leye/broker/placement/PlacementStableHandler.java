package org.leye.broker.placement;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.contracts.jobmatch.PlacementStable;
import org.leye.platform.outbox.inbox.EventHandler;

/** Keeps that a placement reached three or six insured months. */
@ApplicationScoped
class PlacementStableHandler implements EventHandler<PlacementStable> {

    private final Placements placements;
    private final PlacementFollower follower;

    PlacementStableHandler(Placements placements, PlacementFollower follower) {
        this.placements = placements;
        this.follower = follower;
    }

    @Override
    public Class<PlacementStable> eventType() {
        return PlacementStable.class;
    }

    @Override
    public void handle(PlacementStable event) {
        var placement = placements.known(event.placementId(), event.person(), event.uscc());
        placement.started(event.kind(), event.startDate());
        placement.insuredFor(event.insuredMonths(), event.reachedIn());
        follower.follow(placement);
    }
}
