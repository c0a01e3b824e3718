package org.leye.local.command;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

import org.leye.local.StateFolder;
import org.leye.local.process.ChildProcess;
import org.leye.local.process.StopSignal;
import org.leye.local.suite.Suite;
import org.leye.local.suite.SuiteLock;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Stops whatever runs, whoever started it. */
@Command(name = "down", description = "Stop everything; --purge deletes the data.", mixinStandardHelpOptions = true)
final class DownCommand implements Callable<Integer> {

    private static final Duration LAUNCHER_LIMIT = Duration.ofSeconds(90);

    @Option(names = "--purge", description = "Delete data, secrets and logs as well: the next start is a first one.")
    private boolean purge;

    @Override
    public Integer call() {
        CurrentSuite current = CurrentSuite.find();
        if (!current.state().exists()) {
            System.out.println("Nothing is running.");
            return 0;
        }
        boolean any = endLauncher(current.state());
        try (SuiteLock _ = SuiteLock.take(current.state())) {
            any |= stopParts(current.suite());
            List<String> left = current.suite().runningNames();
            if (!left.isEmpty()) {
                System.err.println("leye: could not be ended: " + String.join(", ", left));
                return LeyeCommand.FAILED;
            }
            System.out.println(any ? "Everything is stopped." : "Nothing was running.");
            if (purge) {
                current.suite().purge();
                System.out.println("Data, secrets and logs are deleted.");
            }
        }
        return 0;
    }

    /** A launcher in another terminal stops its parts itself, in order. */
    private static boolean endLauncher(StateFolder state) {
        Optional<ChildProcess> launcher = ChildProcess.attach(
                "leye up",
                state.run().resolve(UpCommand.LAUNCHER_PID_FILE),
                state.logs().resolve("up.log"),
                StopSignal.TERM);
        launcher.ifPresent(running -> {
            System.out.println("Ending ./leye up in the other terminal.");
            running.stop(LAUNCHER_LIMIT);
        });
        return launcher.isPresent();
    }

    private static boolean stopParts(Suite suite) {
        boolean any = !suite.runningNames().isEmpty();
        try (Progress progress = new Progress(Set.copyOf(suite.running()), "running")) {
            suite.stop(progress);
        }
        return any;
    }
}
