package org.leye.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.leye.local.Part;
import org.leye.local.postgres.PostgresServer;
import org.leye.local.process.Command;
import org.leye.local.process.Folders;

/** The peer of a write: the same rows by PostgreSQL's own load driver, with nothing in between. */
final class Pgbench {

    private final OwnSuite suite;
    private final String database;

    Pgbench(OwnSuite suite, Part owner) {
        this.suite = suite;
        this.database = owner.label();
    }

    /** Runs one transaction again and again, by statements that are prepared once. */
    Load run(String script, int clients, int seconds) {
        var folder = Folders.emptied(suite.scratch().resolve("pgbench"));
        var file = folder.resolve("transaction.sql");
        try {
            Files.writeString(file, script);
            var result = Command.run(
                    List.of(
                            Tool.PGBENCH.path(),
                            "--host=127.0.0.1",
                            "--port=" + suite.ports().of(Part.POSTGRES),
                            "--username=" + PostgresServer.SUPERUSER,
                            "--no-vacuum",
                            "--protocol=prepared",
                            "--client=" + clients,
                            "--jobs=2",
                            "--time=" + seconds,
                            "--log",
                            "--log-prefix=" + folder.resolve("times"),
                            "--file=" + file,
                            database),
                    Map.of("PGPASSWORD", suite.superuserPassword()),
                    folder);
            if (!result.ok()) {
                throw new IllegalStateException("pgbench: " + result.output());
            }
            return load(times(folder), seconds);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Load load(Times times, int seconds) {
        return new Load((double) times.count() / seconds, times.percentile(50), times.percentile(99), 0);
    }

    private static Times times(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            var logs = files.filter(file -> file.getFileName().toString().startsWith("times."))
                    .toList();
            var lines = Stream.<String>builder();
            for (var log : logs) {
                Files.readAllLines(log).forEach(lines);
            }
            return parse(lines.build());
        }
    }

    /** Lines of pgbench's log: client, transaction, microseconds, script, and when. */
    static Times parse(Stream<String> lines) {
        return Times.ofMicros(lines.mapToLong(line -> Long.parseLong(line.split(" ")[2])));
    }
}
