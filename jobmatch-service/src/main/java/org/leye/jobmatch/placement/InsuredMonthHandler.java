package org.leye.jobmatch.placement;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.contracts.subsidy.InsuredMonthRecorded;
import org.leye.platform.http.command.Turns;
import org.leye.platform.outbox.inbox.EventHandler;

/** Keeps the month, and moves the placements on that waited for it. */
@ApplicationScoped
class InsuredMonthHandler implements EventHandler<InsuredMonthRecorded> {

    private final InsuredMonths months;
    private final Matches matches;
    private final PlacementProgress progress;
    private final Turns turns;

    InsuredMonthHandler(InsuredMonths months, Matches matches, PlacementProgress progress, Turns turns) {
        this.months = months;
        this.matches = matches;
        this.progress = progress;
        this.turns = turns;
    }

    @Override
    public Class<InsuredMonthRecorded> eventType() {
        return InsuredMonthRecorded.class;
    }

    @Override
    public void handle(InsuredMonthRecorded event) {
        // Before reading: a start that is being recorded at this moment must see the month, or we the start.
        turns.take("jobmatch", event.person());
        months.add(event.person(), event.uscc(), event.month());
        matches.placementsAt(event.person(), event.uscc()).forEach(progress::advance);
    }
}
