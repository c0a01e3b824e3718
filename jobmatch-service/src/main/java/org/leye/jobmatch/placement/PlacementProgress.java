package org.leye.jobmatch.placement;

import java.time.YearMonth;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.jobmatch.posting.Postings;
import org.leye.jobmatch.unemployment.UnemploymentService;
import org.leye.platform.audit.AuditTrail;
import org.leye.platform.identity.Actor;
import org.leye.platform.outbox.Outbox;

/**
 * What follows from the insured months of a placement, whichever comes first, month or start: confirmed with the first, stable
 * after some in a row. Each step happens once, however often the months are looked at. The caller holds the person's lock.
 */
@ApplicationScoped
class PlacementProgress {

    private final InsuredMonths months;
    private final StabilityRules rules;
    private final Matches matches;
    private final Postings postings;
    private final UnemploymentService unemployment;
    private final Outbox outbox;
    private final AuditTrail audit;

    PlacementProgress(
            InsuredMonths months,
            StabilityRules rules,
            Matches matches,
            Postings postings,
            UnemploymentService unemployment,
            Outbox outbox,
            AuditTrail audit) {
        this.months = months;
        this.rules = rules;
        this.matches = matches;
        this.postings = postings;
        this.unemployment = unemployment;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** Takes a placement that has begun, and may have ended, as far as the months known now carry it. */
    void advance(Match placement) {
        var insured = months.of(placement.personKey(), placement.uscc()).stream()
                .filter(placement::covers)
                .toList();
        if (insured.isEmpty()) {
            return;
        }
        if (placement.firstInsuredMonth() == null) {
            confirm(placement, insured.getFirst());
        }
        rules.on(placement.startDate()).ifPresent(rule -> {
            stabilise(placement, MatchStatus.STABLE_3, insured, rule.firstMonths);
            stabilise(placement, MatchStatus.STABLE_6, insured, rule.secondMonths);
        });
    }

    private void confirm(Match placement, YearMonth first) {
        placement.confirm(first);
        outbox.append(PlacementEvents.confirmed(placement));
        unemployment.endBecauseEmployed(placement.personKey(), placement.startDate(), placement.endDate());
        var posting = postings.locked(placement.postingId());
        posting.fill(matches.confirmedOf(posting.id()));
        audit.record(Actor.SYSTEM, "placement.confirm", placement.id(), null, first);
    }

    private void stabilise(Match placement, MatchStatus grade, List<YearMonth> insured, int length) {
        if (placement.stableMonths() >= length) {
            return;
        }
        Stability.reached(insured, length).ifPresent(month -> {
            placement.stabilise(grade, length, month);
            outbox.append(PlacementEvents.stable(placement, new StableRun(length, month)));
            audit.record(Actor.SYSTEM, "placement.stabilise", placement.id(), null, grade + " " + month);
        });
    }
}
