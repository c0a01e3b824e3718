package org.leye.local.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.leye.local.StartFailure;

import org.jspecify.annotations.Nullable;

/**
 * A process that was started here or by an earlier launcher. It has its own session, so the terminal's Ctrl-C reaches the
 * launcher alone and the order of the end stays ours.
 */
public final class ChildProcess {

    private static final Duration POLL = Duration.ofMillis(40);
    private static final Duration KILL_LIMIT = Duration.ofSeconds(10);
    private static final int TAIL_LINES = 15;

    /** How an attempt to end a process went. */
    public enum End {
        CLEAN,
        KILLED,
        /** It still runs: the kernel does not let it go, or it is another user's. */
        NONE
    }

    private final String name;
    private final ProcessIdentity identity;
    private final Path log;
    private final Path pidFile;
    private final StopSignal stopSignal;
    private final @Nullable Process started;

    private ChildProcess(
            String name,
            ProcessIdentity identity,
            Path log,
            Path pidFile,
            StopSignal stopSignal,
            @Nullable Process started) {
        this.name = name;
        this.identity = identity;
        this.log = log;
        this.pidFile = pidFile;
        this.stopSignal = stopSignal;
        this.started = started;
    }

    /**
     * Starts the process and remembers it in its pid file.
     *
     * @throws StartFailure if it ends at once
     */
    public static ChildProcess start(Launch launch) {
        try {
            LogFile log = new LogFile(launch.log());
            log.rotate();
            List<String> command = new ArrayList<>(List.of("setsid"));
            command.addAll(launch.command());
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(launch.folder().toFile())
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(launch.log().toFile());
            InheritedEnvironment.clean(builder.environment());
            builder.environment().putAll(launch.environment());
            return remembered(builder.start(), launch, log);
        } catch (IOException problem) {
            throw new StartFailure(launch.name() + " cannot be started", problem);
        }
    }

    /** What no pid file remembers would run for ever: such a process is ended at once. */
    private static ChildProcess remembered(Process process, Launch launch, LogFile log) throws IOException {
        try {
            ProcessIdentity identity = ProcessIdentity.of(process.pid())
                    .orElseThrow(() -> new StartFailure(launch.name() + " ended at once.", log.tail(TAIL_LINES)));
            identity.writeTo(launch.pidFile());
            return new ChildProcess(
                    launch.name(), identity, launch.log(), launch.pidFile(), launch.stopSignal(), process);
        } catch (IOException | RuntimeException failure) {
            process.destroyForcibly();
            throw failure;
        }
    }

    /** The process a pid file remembers, if that very process still runs. */
    public static Optional<ChildProcess> attach(String name, Path pidFile, Path log, StopSignal stopSignal) {
        return ProcessIdentity.readFrom(pidFile)
                .filter(ProcessIdentity::alive)
                .map(identity -> new ChildProcess(name, identity, log, pidFile, stopSignal, null));
    }

    /**
     * Waits until the condition holds; a process that dies or is late is ended for good.
     *
     * @throws StartFailure with the last lines of the log
     */
    public void awaitReady(Duration limit, BooleanSupplier ready) {
        long deadline = System.nanoTime() + limit.toNanos();
        try {
            while (!ready.getAsBoolean()) {
                if (!alive()) {
                    throw new StartFailure(name + " stopped while starting" + exitCode() + ".", logTail());
                }
                if (System.nanoTime() > deadline) {
                    throw new StartFailure(
                            "%s was not ready after %d s.".formatted(name, limit.toSeconds()), logTail());
                }
                Pause.of(POLL);
            }
        } catch (RuntimeException failure) {
            kill();
            throw failure;
        }
    }

    /** Asks for a clean end and waits; kills when patience ends. */
    public End stop(Duration patience) {
        signal(stopSignal.name());
        if (awaitEnd(patience)) {
            forget();
            return End.CLEAN;
        }
        return kill();
    }

    /** Ends the process without a warning, as a power cut would, and waits until it is gone. */
    public End kill() {
        signal("KILL");
        if (!awaitEnd(KILL_LIMIT)) {
            // its pid file stays: a later attempt must find it
            return End.NONE;
        }
        forget();
        return End.KILLED;
    }

    /** Sends a signal such as STOP or CONT, if this very process still runs. */
    public void signal(String signal) {
        if (!identity.alive()) {
            return;
        }
        try {
            // the shell's own kill: no package needed
            new ProcessBuilder("sh", "-c", "kill -" + signal + " " + identity.pid())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    public boolean alive() {
        return identity.alive();
    }

    public String name() {
        return name;
    }

    public long pid() {
        return identity.pid();
    }

    public Path log() {
        return log;
    }

    /** The last lines of the log. */
    public List<String> logTail() {
        return new LogFile(log).tail(TAIL_LINES);
    }

    private boolean awaitEnd(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (identity.alive()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Pause.uninterrupted(POLL);
        }
        return true;
    }

    private String exitCode() {
        try {
            // it has ended, but the JVM reaps its children a moment later
            boolean reaped = started != null && started.waitFor(1, TimeUnit.SECONDS);
            return reaped ? " (exit code " + started.exitValue() + ")" : "";
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    private void forget() {
        try {
            Files.deleteIfExists(pidFile);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
