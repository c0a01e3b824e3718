package org.leye.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.leye.local.Part;
import org.leye.local.process.Memory;
import org.leye.local.suite.Suite;
import org.leye.local.suite.SuiteListener;

/**
 * Seconds from the call to all parts ready, and the memory of all parts idle and empty, in a state folder of its own: the first
 * start of a fresh state, then the median of three later ones.
 */
final class UpMeasure implements Measure {

    private static final int LATER_STARTS = 3;
    private static final double KIB_PER_MIB = 1024.0;

    @Override
    public String name() {
        return "up";
    }

    @Override
    public Map<String, String> run() {
        var figures = new LinkedHashMap<String, String>();
        try (var own = OwnSuite.ofAllParts()) {
            var suite = own.suite();
            figures.put("first start of a fresh state, s", seconds(start(suite, new EnumMap<>(Part.class))));
            suite.stop(SuiteListener.SILENT);
            laterStarts(suite, figures);
            memory(suite, figures);
            own.tellDurability(figures);
        }
        return figures;
    }

    private static void laterStarts(Suite suite, Map<String, String> figures) {
        var whole = new ArrayList<Duration>();
        var parts = new EnumMap<Part, List<Duration>>(Part.class);
        for (int i = 0; i < LATER_STARTS; i++) {
            if (i > 0) {
                suite.stop(SuiteListener.SILENT);
            }
            whole.add(start(suite, parts));
        }
        figures.put("later start, all parts ready, s (median of " + LATER_STARTS + ")", seconds(median(whole)));
        parts.forEach((part, took) -> figures.put("  " + part.label() + ", s", seconds(median(took))));
    }

    private static Duration start(Suite suite, Map<Part, List<Duration>> parts) {
        var begun = System.nanoTime();
        suite.start(new SuiteListener() {
            @Override
            public void ready(Part part, Duration took) {
                synchronized (parts) {
                    parts.computeIfAbsent(part, key -> new ArrayList<>()).add(took);
                }
            }
        });
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private static void memory(Suite suite, Map<String, String> figures) {
        var shares = new TreeMap<Part, Long>();
        for (var part : suite.running()) {
            suite.process(part).ifPresent(process -> shares.put(part, Memory.shareOf(process.pid())));
        }
        long all = shares.values().stream().mapToLong(Long::longValue).sum();
        figures.put("memory of all parts (PSS, idle, empty), MiB", mebibytes(all));
        shares.forEach((part, share) -> figures.put("  " + part.label() + ", MiB", mebibytes(share)));
    }

    private static Duration median(List<Duration> durations) {
        var sorted = new ArrayList<>(durations);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    private static String seconds(Duration duration) {
        return "%.1f".formatted(duration.toMillis() / 1000.0);
    }

    private static String mebibytes(long kibibytes) {
        return "%.0f".formatted(kibibytes / KIB_PER_MIB);
    }
}
