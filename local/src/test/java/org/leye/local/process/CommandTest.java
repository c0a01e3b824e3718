package org.leye.local.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandTest {

    @TempDir
    private Path folder;

    @Test
    void tellsWhatACommandSaidAndItsExitCode() {
        Command.Result result = Command.run(List.of("sh", "-c", "echo out; echo err >&2; exit 3"));

        assertEquals(new Command.Result(3, "out\nerr\n"), result);
    }

    @Test
    void anInterruptEndsACommandAndItsChild() throws Exception {
        // Given: a command that says nothing and waits for a child of its own
        FutureTask<Command.Result> run = new FutureTask<>(
                () -> Command.run(List.of("sh", "-c", "sleep 600 & echo $! >child; wait"), Map.of(), folder));
        Thread caller = Thread.ofPlatform().start(run);
        ProcessIdentity child = ProcessIdentity.of(childPid()).orElseThrow();

        // When
        caller.interrupt();

        // Then
        ExecutionException end = assertThrows(ExecutionException.class, run::get);
        assertInstanceOf(CancellationException.class, end.getCause());
        assertFalse(staysAlive(child));
    }

    private long childPid() throws Exception {
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        Path file = folder.resolve("child");
        while (!Files.exists(file) || Files.readString(file).isBlank()) {
            assertTrue(System.nanoTime() < deadline, "no child after 10 s");
            Pause.of(Duration.ofMillis(20));
        }
        return Long.parseLong(Files.readString(file).strip());
    }

    /** A killed process takes a moment to go. */
    private static boolean staysAlive(ProcessIdentity child) {
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (child.alive()) {
            if (System.nanoTime() > deadline) {
                return true;
            }
            Pause.of(Duration.ofMillis(20));
        }
        return false;
    }
}
