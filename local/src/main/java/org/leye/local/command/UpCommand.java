package org.leye.local.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

import org.leye.local.Part;
import org.leye.local.Ports;
import org.leye.local.ProjectFolder;
import org.leye.local.StateFolder;
import org.leye.local.process.ProcessIdentity;
import org.leye.local.suite.Suite;
import org.leye.local.suite.SuiteLock;
import org.leye.local.suite.SuiteRecord;
import org.leye.local.suite.SuiteSettings;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts all parts and stays with them until Ctrl-C, or leaves them running. */
@Command(name = "up", description = "Start everything; Ctrl-C stops it again.", mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

    static final String LAUNCHER_PID_FILE = "up.pid";

    private static final long WATCH_MILLIS = 500;

    @Option(names = "--detach", description = "Return when all is ready; ./leye down stops it.")
    private boolean detach;

    @Option(
            names = "--port-base",
            paramLabel = "N",
            description = "Use the ten ports from N; the last choice is remembered, the first is 8080.")
    private @Nullable Integer portBase;

    @Option(names = "--business-date", paramLabel = "DATE", description = "Move the business clock when all is ready.")
    private @Nullable LocalDate businessDate;

    @Option(names = "--engines-only", hidden = true)
    private boolean enginesOnly;

    @Override
    public Integer call() throws IOException {
        ProjectFolder project = ProjectFolder.find();
        StateFolder state = StateFolder.of(project).create();
        try (SuiteLock _ = SuiteLock.take(state)) {
            SuiteRecord record = new SuiteRecord(
                    portBase == null ? SuiteRecord.read(state).ports() : new Ports(portBase), enginesOnly);
            Suite suite =
                    Suite.of(SuiteSettings.of(project, state, record.ports()).only(record.parts()));
            StopRequest stop = StopRequest.listen(suite::kill);
            rememberLauncher(state);
            // what cannot start is not remembered, and what runs under the old record is still found by it
            suite.requireStartable();
            record.write(state);
            return run(suite, state, stop);
        } finally {
            forgetLauncher(state);
        }
    }

    private int run(Suite suite, StateFolder state, StopRequest stop) {
        boolean leave = false;
        try {
            long begin = System.nanoTime();
            start(suite);
            System.out.println(Summary.of(suite, Duration.ofNanos(System.nanoTime() - begin)));
            if (!moveClock(suite)) {
                return LeyeCommand.FAILED;
            }
            if (!detach) {
                return stay(suite, stop);
            }
            leave = !stop.heard();
            return leave ? leaveRunning(state) : LeyeCommand.INTERRUPTED;
        } catch (RuntimeException failure) {
            if (stop.heard()) {
                // whatever failed, failed because it was to end
                return LeyeCommand.INTERRUPTED;
            }
            throw failure;
        } finally {
            if (!leave) {
                stop(suite);
            }
        }
    }

    private static void start(Suite suite) {
        try (Progress progress = new Progress(suite.settings().parts(), "waiting")) {
            suite.start(progress);
        }
    }

    private boolean moveClock(Suite suite) {
        if (businessDate == null || enginesOnly) {
            return true;
        }
        List<String> problems = suite.clock().moveTo(businessDate);
        problems.forEach(problem -> System.err.println("leye: " + problem));
        if (problems.isEmpty()) {
            System.out.println("Business date: " + businessDate);
        }
        return problems.isEmpty();
    }

    private static int leaveRunning(StateFolder state) {
        System.out.println("Running in the background; ./leye down stops it, logs are in " + state.logs());
        return 0;
    }

    private static int stay(Suite suite, StopRequest stop) {
        System.out.println("Ctrl-C stops everything.");
        Set<Part> watched = EnumSet.copyOf(suite.settings().parts());
        while (!stop.heard()) {
            try {
                Thread.sleep(WATCH_MILLIS);
            } catch (InterruptedException wishToStop) {
                break;
            }
            for (Part part : EnumSet.copyOf(watched)) {
                if (suite.process(part).isEmpty()) {
                    watched.remove(part);
                    System.err.printf(
                            "leye: %1$s has died; ./leye logs %1$s tells why. Ctrl-C stops the rest, ./leye up starts all again.%n",
                            part.label());
                }
            }
            if (watched.isEmpty()) {
                System.err.println("leye: nothing is left running");
                return LeyeCommand.FAILED;
            }
        }
        return 0;
    }

    private static void stop(Suite suite) {
        if (suite.runningNames().isEmpty()) {
            return;
        }
        try (Progress progress = new Progress(Set.copyOf(suite.running()), "running")) {
            suite.stop(progress);
        }
    }

    private static void rememberLauncher(StateFolder state) throws IOException {
        ProcessIdentity.of(ProcessHandle.current().pid())
                .orElseThrow()
                .writeTo(state.run().resolve(LAUNCHER_PID_FILE));
    }

    private static void forgetLauncher(StateFolder state) throws IOException {
        Path pidFile = state.run().resolve(LAUNCHER_PID_FILE);
        boolean ours = ProcessIdentity.readFrom(pidFile)
                .filter(launcher -> launcher.pid() == ProcessHandle.current().pid())
                .isPresent();
        if (ours) {
            Files.deleteIfExists(pidFile);
        }
    }
}
