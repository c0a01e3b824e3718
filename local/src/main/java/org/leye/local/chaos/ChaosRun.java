package org.leye.local.chaos;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import org.leye.local.journey.Patience;
import org.leye.local.journey.Persistent;
import org.leye.local.suite.Suite;

/**
 * Walks one journey undisturbed, then many side by side, then as many again and again in a storm of faults, and compares what
 * each has left with what the undisturbed one has left. Needs a suite of which all parts run, and leaves it so.
 */
public final class ChaosRun {

    private final Suite suite;
    private final ChaosSettings settings;
    private final Consumer<String> told;
    private final Persistent patience;
    private final List<Walked> walked = new ArrayList<>();

    /** {@code told} hears how it goes on, a line at a time. */
    public ChaosRun(Suite suite, ChaosSettings settings, Consumer<String> told) {
        this.suite = suite;
        this.settings = settings;
        this.told = told;
        this.patience = new Persistent(settings.patience());
    }

    /** The whole run; answers when all is quiet again. */
    public ChaosRecord run() {
        var begun = Instant.now();
        var undisturbed = walk(new Round("undisturbed", suite, 1, Patience.NONE, settings.patience()));
        walk(round("calm"));
        var strikes = settings.kills() == 0 ? List.<Strike>of() : walkInStorm();
        var brokenPromises = Promises.brokenAfter(suite, settings.patience());
        return record(begun, undisturbed.getFirst(), strikes, brokenPromises);
    }

    private List<Strike> walkInStorm() {
        var round = new AtomicReference<>(round("round 1"));
        var plan = FaultPlan.of(settings.seed(), settings.kills(), settings.kafkaAway());
        told.accept("seed %d: %d faults, %d kills"
                .formatted(settings.seed(), plan.faults().size(), settings.kills()));
        var storm = new Storm(
                plan,
                settings.limit(),
                new Hand(suite),
                () -> round.get().underWay(),
                strike -> told.accept(line(strike)));
        var blowing = Thread.ofVirtual().name("storm").start(storm::blow);
        walk(round.get());
        for (int number = 2; !storm.isOver(); number++) {
            round.set(round("round " + number));
            walk(round.get());
        }
        join(blowing);
        return storm.strikes();
    }

    private Round round(String name) {
        return new Round(name, suite, settings.journeys(), patience, settings.patience());
    }

    private List<Walked> walk(Round round) {
        var begun = System.nanoTime();
        var ended = round.walk();
        walked.addAll(ended);
        long broken = ended.stream().filter(walk -> !walk.broke().isEmpty()).count();
        told.accept("%s: %d journey(s) in %.1f s, %d broken"
                .formatted(
                        ended.getFirst().name().replaceAll(" journey.*", ""),
                        ended.size(),
                        (System.nanoTime() - begun) / 1e9,
                        broken));
        return ended;
    }

    private ChaosRecord record(Instant begun, Walked undisturbed, List<Strike> strikes, List<String> brokenPromises) {
        var events = EventLog.of(suite);
        var differences = new TreeMap<String, List<String>>();
        try (var databases = new Databases(suite)) {
            var traces = new Traces(databases, events);
            var expected = traces.of(undisturbed.players());
            for (var walk : walked) {
                var found = new ArrayList<String>();
                if (!walk.broke().isEmpty()) {
                    found.add("broke: " + walk.broke());
                }
                found.addAll(Traces.differences(expected, traces.of(walk.players())));
                if (!found.isEmpty()) {
                    differences.put(walk.name(), found);
                }
            }
            return new ChaosRecord(
                    settings,
                    begun,
                    Duration.between(begun, Instant.now()),
                    walked.size(),
                    strikes,
                    patience.repeats(),
                    Map.of("records", events.records(), "sent again", events.sentAgain()),
                    expected,
                    brokenPromises,
                    differences);
        }
    }

    private static String line(Strike strike) {
        return "fault %d: %s with %d journey(s) under way, took %.1f s %s"
                .formatted(
                        strike.number(),
                        strike.fault(),
                        strike.journeysUnderWay(),
                        strike.tookMillis() / 1000.0,
                        strike.trouble());
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }
}
