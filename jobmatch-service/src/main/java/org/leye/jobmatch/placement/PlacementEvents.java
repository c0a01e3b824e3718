package org.leye.jobmatch.placement;

import java.util.Objects;

import org.leye.contracts.jobmatch.PlacementConfirmed;
import org.leye.contracts.jobmatch.PlacementEnded;
import org.leye.contracts.jobmatch.PlacementStable;
import org.leye.contracts.jobmatch.PlacementStarted;

/** What others are told of a placement, when it happens and whenever it is told again. */
final class PlacementEvents {

    private PlacementEvents() {}

    static PlacementStarted started(Match placement) {
        return new PlacementStarted(
                placement.id(),
                placement.personKey(),
                placement.kind(),
                placement.postingId(),
                placement.uscc(),
                placement.startDate(),
                placement.referralId());
    }

    /** Of one whose first insured month is known. */
    static PlacementConfirmed confirmed(Match placement) {
        return new PlacementConfirmed(
                placement.id(),
                placement.personKey(),
                placement.kind(),
                placement.postingId(),
                placement.uscc(),
                placement.startDate(),
                Objects.requireNonNull(placement.firstInsuredMonth(), "not confirmed"),
                placement.referralId());
    }

    static PlacementStable stable(Match placement, StableRun run) {
        return new PlacementStable(
                placement.id(),
                placement.personKey(),
                placement.kind(),
                placement.postingId(),
                placement.uscc(),
                placement.startDate(),
                run.insuredMonths(),
                run.reachedIn(),
                placement.referralId());
    }

    /** Of one that has ended. */
    static PlacementEnded ended(Match placement) {
        return new PlacementEnded(
                placement.id(),
                placement.personKey(),
                placement.uscc(),
                Objects.requireNonNull(placement.endDate(), "not ended"),
                String.valueOf(placement.endReason()));
    }
}
