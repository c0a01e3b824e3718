package org.leye.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.leye.local.Part;
import org.leye.local.journey.Invented;

/**
 * A year's refunds in one file: every firm asked of the rules with its history, decided, signed and stored with its full record
 * and its grant. A third of the firms is refused.
 */
final class DecisionsMeasure implements Measure {

    private static final int WARM_UP = 10_000;
    private static final int REFUSED_ONE_IN = 3;

    private final int firms;

    DecisionsMeasure(int firms) {
        this.firms = firms;
    }

    @Override
    public String name() {
        return "decisions";
    }

    @Override
    public Map<String, String> run() {
        var figures = new LinkedHashMap<String, String>();
        try (var own = OwnSuite.started(Part.POSTGRES, Part.KAFKA, Part.KEYCLOAK, Part.SUBSIDY)) {
            var imports = new FileImport(own, "/subsidy/v1/decision-imports");
            // the first file finds cold code: its time is not counted
            try (var memory = PeakMemory.of(own.pid(Part.SUBSIDY))) {
                take(own, imports, "warm", WARM_UP);
                figures.put(
                        "memory of the service, peak with %,d firms (RSS), MiB".formatted(WARM_UP), memory.mebibytes());
            }
            double database = CpuTime.secondsOf(own.pid(Part.POSTGRES));
            double service = CpuTime.secondsOf(own.pid(Part.SUBSIDY));
            try (var memory = PeakMemory.of(own.pid(Part.SUBSIDY))) {
                var taken = take(own, imports, "run", firms);
                figures.put("firms", String.format(Locale.ROOT, "%d", firms));
                figures.put(
                        "from first byte to last decision, s",
                        Figure.of(taken.uploadSeconds() + taken.settleSeconds()));
                figures.put("upload, s", Figure.of(taken.uploadSeconds()));
                figures.put("decided and stored, s", Figure.of(taken.settleSeconds()));
                figures.put("memory of the service, peak (RSS), MiB", memory.mebibytes());
            }
            double each = (double) firms / 1_000_000;
            figures.put(
                    "CPU of the service per decision, µs",
                    Figure.of((CpuTime.secondsOf(own.pid(Part.SUBSIDY)) - service) / each));
            figures.put(
                    "CPU of PostgreSQL per decision, µs",
                    Figure.of((CpuTime.secondsOf(own.pid(Part.POSTGRES)) - database) / each));
            own.tellDurability(figures);
        }
        return figures;
    }

    private static FileImport.Taken take(OwnSuite own, FileImport imports, String run, int firms) {
        var file = write(own.scratch().resolve("decisions-" + run), run, firms);
        return imports.take(file, "application/x-ndjson", firms, 0);
    }

    private static Path write(Path file, String run, int firms) {
        try (var out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < firms; i++) {
                out.write("""
                        {"instrument":"UI_RETENTION_REFUND","on":"2022-09-01","reference":"%s-%d","subject":"%s","division":"330282%03d","facts":{"entityKind":"ENTERPRISE","enterpriseSize":"SMALL","insuredAtBaseYearEnd":100,"insuredAtYearEnd":96,"benefitRecipients":4,"contributionsPaidFen":%d,"contributionMonths":%d,"severeDiscredit":false,"zombieEnterprise":false,"labourDispatch":false,"sharingAgreement":false,"publicBodyDispatchFen":0}}
                        """.formatted(
                                run, i, Invented.uscc(i), 1 + i % 20, 6_300_000 + i, i % REFUSED_ONE_IN == 0 ? 9 : 12));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}
