package org.leye.bench;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.leye.local.Part;

/**
 * Files of insured months into subsidy-service, alone with its engines: how fast a file is stored, how fast its lines are worked
 * off, and what memory that takes. Every {@value InsuredMonthFile#ONE_BAD_IN}th line is bad. Each file is new and all its good lines are.
 */
final class ImportMeasure implements Measure {

    private static final int RUNS = 3;

    /** Beyond it one file, and of one format, is enough: it takes minutes to tell the others of all its lines. */
    private static final int LARGE = 200_000;

    private static final int SMALL = 10_000;

    private final int lines;

    ImportMeasure(int lines) {
        this.lines = lines;
    }

    @Override
    public String name() {
        return "import";
    }

    @Override
    public Map<String, String> run() {
        var figures = new LinkedHashMap<String, String>();
        try (var own = OwnSuite.started(Part.POSTGRES, Part.KAFKA, Part.KEYCLOAK, Part.SUBSIDY)) {
            var imports = new FileImport(own, "/subsidy/v1/insured-months/imports");
            var months = new Months();
            // the first files find cold code: not counted
            months.next(InsuredMonthFile.Format.NDJSON, SMALL).take(own, imports);
            imports.awaitTold();
            try (var memory = PeakMemory.of(own.pid(Part.SUBSIDY))) {
                months.next(InsuredMonthFile.Format.CSV, SMALL).take(own, imports);
                figures.put(
                        "memory of the service, peak with %,d lines (RSS), MiB".formatted(SMALL), memory.mebibytes());
            }
            imports.awaitTold();
            figures.put("lines of a file", String.format(Locale.ROOT, "%d", lines));
            for (var format : formats()) {
                measure(own, imports, months, format, figures);
                if (formats().size() > 1) {
                    imports.awaitTold();
                }
            }
            own.tellDurability(figures);
        }
        return figures;
    }

    private List<InsuredMonthFile.Format> formats() {
        return lines > LARGE ? List.of(InsuredMonthFile.Format.NDJSON) : List.of(InsuredMonthFile.Format.values());
    }

    private int runs() {
        return lines > LARGE ? 1 : RUNS;
    }

    private void measure(
            OwnSuite own,
            FileImport imports,
            Months months,
            InsuredMonthFile.Format format,
            Map<String, String> figures) {
        var taken = new ArrayList<FileImport.Taken>();
        double database = CpuTime.secondsOf(own.pid(Part.POSTGRES));
        double service = CpuTime.secondsOf(own.pid(Part.SUBSIDY));
        try (var memory = PeakMemory.of(own.pid(Part.SUBSIDY))) {
            for (int i = 0; i < runs(); i++) {
                if (i > 0) {
                    imports.awaitTold();
                }
                taken.add(months.next(format, lines).take(own, imports));
            }
            figures.put(format + ", memory of the service, peak (RSS), MiB", memory.mebibytes());
        }
        tell(taken, format, figures);
        double all = (double) runs() * lines / 1_000_000;
        figures.put(
                format + ", CPU of the service per line, µs",
                Figure.of((CpuTime.secondsOf(own.pid(Part.SUBSIDY)) - service) / all));
        figures.put(
                format + ", CPU of PostgreSQL per line, µs",
                Figure.of((CpuTime.secondsOf(own.pid(Part.POSTGRES)) - database) / all));
    }

    private void tell(List<FileImport.Taken> taken, InsuredMonthFile.Format format, Map<String, String> figures) {
        figures.put(
                format + ", lines/s from first byte to last fate",
                Figure.of(Times.median(taken, one -> lines / (one.uploadSeconds() + one.settleSeconds()))));
        figures.put(format + ", upload, s", Figure.of(Times.median(taken, FileImport.Taken::uploadSeconds)));
        figures.put(format + ", settle, s", Figure.of(Times.median(taken, FileImport.Taken::settleSeconds)));
        figures.put(
                format + ", rejected of each file",
                String.format(Locale.ROOT, "%d", taken.getFirst().rejected()));
    }

    /** A new month for each file, so that no line is known already. */
    private static final class Months {

        private int given;

        InsuredMonthFile next(InsuredMonthFile.Format format, int lines) {
            return new InsuredMonthFile(format, YearMonth.of(2010, 1).plusMonths(given++), lines);
        }
    }
}
