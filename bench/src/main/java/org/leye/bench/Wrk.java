package org.leye.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.leye.local.process.Command;

/** Load over HTTP by wrk: as many requests as the connections get through, or fewer when the script pauses between them. */
final class Wrk {

    private static final String RESULT = "result ";
    private static final List<String> FAILURES = List.of("connect", "read", "write", "status", "timeout");
    private static final double MICROS_PER_SECOND = 1_000_000.0;
    private static final double MICROS_PER_MILLI = 1_000.0;

    /** wrk's own summary rounds; this tells the numbers as they are. */
    private static final String TELL = """

            function done(summary, latency, requests)
              local e = summary.errors
              io.write(string.format("result requests=%d micros=%d p50=%d p99=%d", summary.requests, summary.duration,
                latency:percentile(50), latency:percentile(99)))
              io.write(string.format(" connect=%d read=%d write=%d status=%d timeout=%d\\n",
                e.connect, e.read, e.write, e.status, e.timeout))
            end
            """;

    private Wrk() {}

    /**
     * Runs a script in Lua against a server.
     *
     * @param base scheme, host and port
     * @param threads one keeps most servers busy that share the machine with it
     */
    static Load run(Path scratch, String base, String script, int threads, int connections, int seconds) {
        var file = scratch.resolve("load.lua");
        try {
            Files.writeString(file, script + TELL);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var result = Command.run(List.of(
                Tool.WRK.path(),
                "-t" + threads,
                "-c" + connections,
                "-d" + seconds + "s",
                "--timeout",
                "10s",
                "-s",
                file.toString(),
                base));
        if (!result.ok()) {
            throw new IllegalStateException("wrk: " + result.output());
        }
        return parse(result.output());
    }

    static Load parse(String output) {
        var line = output.lines()
                .filter(candidate -> candidate.startsWith(RESULT))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("wrk told no result: " + output));
        var told = new HashMap<String, Double>();
        for (var pair : line.substring(RESULT.length()).split(" ")) {
            var parts = pair.split("=");
            told.put(parts[0], Double.parseDouble(parts[1]));
        }
        var failed = FAILURES.stream().mapToDouble(kind -> number(told, kind)).sum();
        if (failed > 0) {
            System.err.println("bench: failures in " + line);
        }
        return new Load(
                number(told, "requests") / (number(told, "micros") / MICROS_PER_SECOND),
                number(told, "p50") / MICROS_PER_MILLI,
                number(told, "p99") / MICROS_PER_MILLI,
                (long) failed);
    }

    private static double number(Map<String, Double> told, String name) {
        return Objects.requireNonNull(told.get(name), name);
    }
}
