package org.leye.bench;

import java.sql.SQLException;
import java.time.Duration;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.leye.local.Part;

/**
 * How long an event takes from its row in the outbox of jobmatch-service, written before the commit, to its row in the inbox of
 * subsidy-service, written when it is taken in hand: by registrations over HTTP, by rows at a fixed rate, and by such rows while
 * subsidy-service works off a large file. Both databases are of one server and have one clock.
 */
final class EventsMeasure implements Measure {

    private static final int SECONDS = 20;
    private static final int RATE = 500;
    /** Rows beside an import end with it, or earlier: what is left of it goes on alone. */
    private static final Duration LONGEST = Duration.ofSeconds(40);

    private static final String PERSON = "jobmatch.person";
    private static final String CONTRIBUTION = "subsidy.contribution";

    private final int lines;

    EventsMeasure(int lines) {
        this.lines = lines;
    }

    @Override
    public String name() {
        return "events";
    }

    @Override
    public Map<String, String> run() {
        Tool.WRK.path();
        var figures = new LinkedHashMap<String, String>();
        try (var own = OwnSuite.started(Part.POSTGRES, Part.KAFKA, Part.KEYCLOAK, Part.SUBSIDY, Part.JOBMATCH)) {
            measure(own, figures);
            own.tellDurability(figures);
        } catch (SQLException e) {
            throw new IllegalStateException("the events could not be followed", e);
        }
        return figures;
    }

    private void measure(OwnSuite own, Map<String, String> figures) throws SQLException {
        var registrations = new Registrations(own);
        var delays = new EventDelays(own);
        var rows = new OutboxRows(own);
        // cold code: not counted
        registrations.run(SECONDS, RATE);
        rows.run(SECONDS / 2, RATE);
        delays.since(EventDelays.EVER, PERSON, Part.JOBMATCH, Part.SUBSIDY);

        var begun = delays.now();
        registrations.run(SECONDS, RATE);
        tell("registrations over HTTP", delays.since(begun, PERSON, Part.JOBMATCH, Part.SUBSIDY), figures);

        begun = delays.now();
        rows.run(SECONDS, RATE);
        tell("rows", delays.since(begun, PERSON, Part.JOBMATCH, Part.SUBSIDY), figures);

        duringImport(own, delays, rows, figures);
    }

    private void duringImport(OwnSuite own, EventDelays delays, OutboxRows rows, Map<String, String> figures)
            throws SQLException {
        var imports = new FileImport(own, "/subsidy/v1/insured-months/imports");
        var file = new InsuredMonthFile(InsuredMonthFile.Format.NDJSON, YearMonth.of(2024, 1), lines);
        var begun = delays.now();
        var importing = CompletableFuture.supplyAsync(() -> file.take(own, imports));
        long end = System.nanoTime() + LONGEST.toNanos();
        rows.runWhile(() -> !importing.isDone() && System.nanoTime() < end, RATE);
        var taken = importing.join();
        figures.put("the import, lines", Integer.toString(lines));
        figures.put("the import, s", Figure.of(taken.uploadSeconds() + taken.settleSeconds()));
        tell("rows during the import", delays.since(begun, PERSON, Part.JOBMATCH, Part.SUBSIDY), figures);
        figures.put(
                "bulk lane, events of the import that jobmatch-service takes, /s",
                Figure.of(delays.takenPerSecond(begun, CONTRIBUTION, Part.JOBMATCH)));
    }

    private static void tell(String of, EventDelays.Seen seen, Map<String, String> figures) {
        figures.put(of + ", events", Integer.toString(seen.delays().count()));
        figures.put(of + ", events/s", Figure.of(seen.perSecond()));
        figures.put(of + ", delay p50, ms", Figure.of(seen.delays().percentile(50)));
        figures.put(of + ", delay p99, ms", Figure.of(seen.delays().percentile(99)));
        figures.put(of + ", delay max, ms", Figure.of(seen.delays().max()));
    }
}
