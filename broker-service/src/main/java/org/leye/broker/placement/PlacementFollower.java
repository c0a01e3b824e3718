package org.leye.broker.placement;

/** Draws conclusions from a placement of which something new is known, in the transaction that learnt it. */
public interface PlacementFollower {

    void follow(Placement placement);
}
