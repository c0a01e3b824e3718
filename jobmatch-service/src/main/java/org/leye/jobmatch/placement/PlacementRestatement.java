package org.leye.jobmatch.placement;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.contracts.Event;
import org.leye.contracts.Topic;
import org.leye.platform.outbox.republish.Restatement;

/**
 * The placements as they stand: started, confirmed, stable, ended. A referral that became known after the start is named from the
 * start on; whether insurance data came before or after the end is not kept, and nobody who listens minds.
 */
@ApplicationScoped
class PlacementRestatement implements Restatement {

    private final Matches matches;
    private final InsuredMonths months;
    private final StabilityRules rules;

    PlacementRestatement(Matches matches, InsuredMonths months, StabilityRules rules) {
        this.matches = matches;
        this.months = months;
        this.rules = rules;
    }

    @Override
    public Topic topic() {
        return Topic.PLACEMENT;
    }

    @Override
    public List<String> keysAfter(String key, int limit) {
        return matches.placedAfter(key, limit);
    }

    @Override
    public List<Event> of(String key) {
        var events = new ArrayList<Event>();
        for (var placement : matches.placementsOf(key)) {
            events.add(PlacementEvents.started(placement));
            if (placement.firstInsuredMonth() != null) {
                events.add(PlacementEvents.confirmed(placement));
            }
            runs(placement).forEach(run -> events.add(PlacementEvents.stable(placement, run)));
            if (placement.endDate() != null) {
                events.add(PlacementEvents.ended(placement));
            }
        }
        return events;
    }

    private Stream<StableRun> runs(Match placement) {
        return rules.on(placement.startDate()).stream()
                .flatMap(rule -> Stream.of(rule.firstMonths, rule.secondMonths))
                .filter(length -> length <= placement.stableMonths())
                .flatMap(length -> run(placement, length).stream());
    }

    /** As it was told; counted again for one that a release told which did not write it down. */
    private Optional<StableRun> run(Match placement, int length) {
        return placement.stableRuns().stream()
                .filter(run -> run.insuredMonths() == length)
                .findFirst()
                .or(() -> Stability.reached(insured(placement), length).map(month -> new StableRun(length, month)));
    }

    private List<YearMonth> insured(Match placement) {
        return months.of(placement.personKey(), placement.uscc()).stream()
                .filter(placement::covers)
                .toList();
    }
}
