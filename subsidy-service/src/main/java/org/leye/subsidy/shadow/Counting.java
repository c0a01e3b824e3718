package org.leye.subsidy.shadow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.leye.platform.problem.ProblemException;
import org.leye.subsidy.policy.Evaluation;
import org.leye.subsidy.policy.ReasonCode;

import org.jspecify.annotations.Nullable;

/** Adds to a tally. */
final class Counting {

    private static final int MOST_SAMPLES = 20;
    private static final Pattern PLACE_IN_A_LIST = Pattern.compile("/[0-9]+(?=/|$)");

    private final Map<String, Long> unanswerable;
    private final Map<Tally.Change, Long> changes;
    private final Map<ReasonCode, Tally.Counts> reasons;
    private final Map<String, Tally.Town> towns;
    private final List<Tally.Sample> sample;
    private long compared;
    private long beforeFen;
    private long afterFen;

    Counting(Tally soFar) {
        compared = soFar.compared();
        unanswerable = new TreeMap<>(soFar.unanswerable());
        changes = new TreeMap<>(soFar.changes());
        beforeFen = soFar.beforeFen();
        afterFen = soFar.afterFen();
        reasons = new TreeMap<>(soFar.reasons());
        towns = new TreeMap<>(soFar.towns());
        sample = new ArrayList<>(soFar.sample());
    }

    void answered(String decisionId, @Nullable String division, Evaluation before, Evaluation after) {
        var change = Tally.change(before, after);
        compared++;
        beforeFen += before.amountFen();
        afterFen += after.amountFen();
        changes.merge(change, 1L, Long::sum);
        before.reasons().forEach(reason -> count(reason, 1, 0));
        after.reasons().forEach(reason -> count(reason, 0, 1));
        var town = Tally.town(division);
        towns.put(
                town,
                towns.getOrDefault(town, Tally.Town.NONE)
                        .and(change != Tally.Change.SAME, before.amountFen(), after.amountFen()));
        if (change != Tally.Change.SAME && sample.size() < MOST_SAMPLES) {
            sample.add(new Tally.Sample(
                    decisionId,
                    change,
                    before.outcome(),
                    before.amountFen(),
                    after.outcome(),
                    after.amountFen(),
                    after.reasons()));
        }
    }

    /** A draft that asks for more than was stored cannot be answered; what it lacks is told. */
    void unanswerable(ProblemException refusal) {
        if (refusal.violations().isEmpty()) {
            unanswerable.merge(refusal.type().name(), 1L, Long::sum);
        }
        refusal.violations().stream()
                .map(violation -> PLACE_IN_A_LIST.matcher(violation.pointer()).replaceAll("/*"))
                .distinct()
                .forEach(place -> unanswerable.merge(place, 1L, Long::sum));
    }

    private void count(ReasonCode reason, long before, long after) {
        reasons.merge(
                reason,
                new Tally.Counts(before, after),
                (one, other) -> new Tally.Counts(one.before() + other.before(), one.after() + other.after()));
    }

    Tally tally() {
        return new Tally(compared, unanswerable, changes, beforeFen, afterFen, reasons, towns, sample);
    }
}
