package org.leye.broker.placement;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.contracts.jobmatch.PlacementConfirmed;
import org.leye.platform.outbox.inbox.EventHandler;

/** Keeps the first insured month of a placement; its start too, for that may be told later. */
@ApplicationScoped
class PlacementConfirmedHandler implements EventHandler<PlacementConfirmed> {

    private final Placements placements;
    private final PlacementFollower follower;

    PlacementConfirmedHandler(Placements placements, PlacementFollower follower) {
        this.placements = placements;
        this.follower = follower;
    }

    @Override
    public Class<PlacementConfirmed> eventType() {
        return PlacementConfirmed.class;
    }

    @Override
    public void handle(PlacementConfirmed event) {
        var placement = placements.known(event.placementId(), event.person(), event.uscc());
        placement.started(event.kind(), event.startDate());
        placement.insuredFirstIn(event.firstInsuredMonth());
        follower.follow(placement);
    }
}
