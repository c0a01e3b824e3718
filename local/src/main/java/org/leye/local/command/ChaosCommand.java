package org.leye.local.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.leye.local.Ports;
import org.leye.local.ProjectFolder;
import org.leye.local.StateFolder;
import org.leye.local.chaos.ChaosRecord;
import org.leye.local.chaos.ChaosRun;
import org.leye.local.chaos.ChaosSettings;
import org.leye.local.process.LastDuty;
import org.leye.local.suite.Suite;
import org.leye.local.suite.SuiteListener;
import org.leye.local.suite.SuiteSettings;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A suite of its own, journeys in it, and faults: the end must be as if nothing had happened. */
@Command(
        name = "chaos",
        description = "Kill parts in the middle of journeys and compare the end with an undisturbed run.",
        mixinStandardHelpOptions = true)
final class ChaosCommand implements Callable<Integer> {

    private static final DateTimeFormatter FOLDER = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    @Option(
            names = "--kills",
            paramLabel = "N",
            description = "How many processes to kill; 0: none (${DEFAULT-VALUE}).")
    private int kills = 20;

    @Option(names = "--journeys", paramLabel = "N", description = "How many walk at the same time (${DEFAULT-VALUE}).")
    private int journeys = 50;

    @Option(names = "--seed", paramLabel = "S", description = "Repeats the plan of an earlier run.")
    private @Nullable Long seed;

    @Option(
            names = "--kafka-away",
            paramLabel = "DURATION",
            description = "How long Kafka is away the first time, such as 60s or 1h (60s).")
    private String kafkaAway = "60s";

    @Option(names = "--minutes", paramLabel = "M", description = "Strike no fault after that (${DEFAULT-VALUE}).")
    private int minutes = 240;

    @Option(names = "--port-base", paramLabel = "N", description = "Use the ten ports from N; else ten free ones.")
    private @Nullable Integer portBase;

    @Override
    public Integer call() throws IOException {
        // the client of Kafka would tell of every connection that a fault breaks
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "off");
        var project = ProjectFolder.find();
        var state = new StateFolder(Files.createTempDirectory("leye-chaos"));
        var suite = Suite.of(SuiteSettings.of(project, state, portBase == null ? Ports.free() : new Ports(portBase))
                .unpackedIn(StateFolder.of(project).parts()));
        var record = project.path().resolve("local/target/chaos/" + FOLDER.format(LocalDateTime.now()));
        try (LastDuty _ = LastDuty.of(suite::discard)) {
            boolean clean = false;
            try {
                suite.start(SuiteListener.SILENT);
                clean = run(suite, record);
            } finally {
                if (!clean) {
                    keepLogs(state, record);
                }
            }
            System.out.println("written to " + record);
            return clean ? 0 : LeyeCommand.FAILED;
        }
    }

    private boolean run(Suite suite, Path folder) throws IOException {
        var settings = new ChaosSettings(
                seed == null ? new Random().nextInt(1_000_000) : seed,
                kills,
                journeys,
                Duration.parse("PT" + kafkaAway),
                Duration.ofMinutes(minutes));
        ChaosRecord record = new ChaosRun(suite, settings, System.out::println).run();
        record.writeTo(folder);
        System.out.println(record.text());
        return record.isClean();
    }

    private static void keepLogs(StateFolder state, Path record) throws IOException {
        try (Stream<Path> logs = Files.walk(state.logs())) {
            for (Path log : logs.filter(Files::isRegularFile).toList()) {
                var kept = record.resolve("logs").resolve(state.logs().relativize(log));
                Files.createDirectories(kept.getParent());
                Files.copy(log, kept);
            }
        }
    }
}
