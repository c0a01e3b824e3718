package org.leye.jobmatch.placement;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.contracts.subsidy.InsuredMonthRecorded;
import org.leye.jobmatch.KeyLock;
import org.leye.platform.outbox.inbox.EventHandler;

/** Keeps the month, and moves the placements on that waited for it. */
@ApplicationScoped
class InsuredMonthHandler implements EventHandler<InsuredMonthRecorded> {

    private final InsuredMonths months;
    private final Matches matches;
    private final PlacementProgress progress;
    private final KeyLock lock;

    InsuredMonthHandler(InsuredMonths months, Matches matches, PlacementProgress progress, KeyLock lock) {
        this.months = months;
        this.matches = matches;
        this.progress = progress;
        this.lock = lock;
    }

    @Override
    public Class<InsuredMonthRecorded> eventType() {
        return InsuredMonthRecorded.class;
    }

    @Override
    public void handle(InsuredMonthRecorded event) {
        // Before reading: a start that is being recorded at this moment must see the month, or we the start.
        lock.take(event.person());
        months.add(event.person(), event.uscc(), event.month());
        matches.placementsAt(event.person(), event.uscc()).forEach(progress::advance);
    }
}
