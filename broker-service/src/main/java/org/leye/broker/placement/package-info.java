/**
 * What this service keeps of placements: who works where since when, under which referral, and how long she has been insured.
 * Filled by the events of jobmatch, which arrive in any order; jobmatch counts the months, nobody here does. Whoever draws
 * a conclusion from a placement is a {@link org.leye.broker.placement.PlacementFollower}. Source: domain.md D.5.
 */
@NullMarked
package org.leye.broker.placement;

import org.jspecify.annotations.NullMarked;
