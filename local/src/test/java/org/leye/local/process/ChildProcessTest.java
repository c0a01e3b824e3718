package org.leye.local.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.leye.local.StartFailure;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {

    @TempDir
    private Path folder;

    @Test
    void doesNotSignalARecycledPid() throws IOException {
        // Given: a pid file whose pid now belongs to a process that started at another moment
        ChildProcess innocent = start("sleep 600");
        ProcessIdentity now = ProcessIdentity.of(innocent.pid()).orElseThrow();
        Path stale = folder.resolve("stale.pid");
        new ProcessIdentity(now.pid(), now.startTicks() - 1, now.boot()).writeTo(stale);

        // When
        Optional<ChildProcess> found = ChildProcess.attach("sleeper", stale, folder.resolve("log"), StopSignal.TERM);

        // Then
        assertTrue(found.isEmpty());
        assertTrue(innocent.alive());
        innocent.kill();
    }

    @Test
    void findsItsProcessAgainAndStopsIt() {
        // Given
        ChildProcess started = start("sleep 600");

        // When
        ChildProcess found = ChildProcess.attach(
                        "sleeper", folder.resolve("pid"), folder.resolve("log"), StopSignal.TERM)
                .orElseThrow();
        ChildProcess.End end = found.stop(Duration.ofSeconds(10));

        // Then
        assertEquals(ChildProcess.End.CLEAN, end);
        assertFalse(started.alive());
        assertFalse(Files.exists(folder.resolve("pid")));
    }

    @Test
    void killsWhatIgnoresTheWishToStop() {
        ChildProcess deaf = start("trap '' TERM; echo deaf; while true; do sleep 1; done");
        deaf.awaitReady(Duration.ofSeconds(10), () -> new LogFile(deaf.log()).contains("deaf"));

        assertEquals(ChildProcess.End.KILLED, deaf.stop(Duration.ofMillis(200)));
        assertFalse(deaf.alive());
    }

    @Test
    void tellsWhyAPartDiedWhileStarting() {
        // Given
        ChildProcess broken = start("echo no such table; exit 3");

        // When
        StartFailure failure =
                assertThrows(StartFailure.class, () -> broken.awaitReady(Duration.ofSeconds(10), () -> false));

        // Then
        assertEquals("sleeper stopped while starting (exit code 3).", failure.getMessage());
        assertEquals(List.of("no such table"), failure.logTail());
    }

    @Test
    void leavesNoProcessThatNoPidFileRemembers() throws IOException {
        // Given: no pid file can be written
        Path blocked = Files.createFile(folder.resolve("blocked"));

        // When
        StartFailure failure = assertThrows(StartFailure.class, () -> start("sleep 600.125", blocked.resolve("pid")));

        // Then
        assertTrue(failure.getMessage().startsWith("sleeper cannot be started"), failure::getMessage);
        await(() -> ProcessHandle.current().children().noneMatch(ChildProcessTest::isThatSleeper));
    }

    @Test
    void keepsTheLogOfTheRunBefore() {
        // Given
        start("echo first; sleep 600").kill();

        // When
        ChildProcess second = start("echo second; sleep 600");
        second.awaitReady(Duration.ofSeconds(10), () -> new LogFile(second.log()).contains("second"));
        second.kill();

        // Then
        LogFile log = new LogFile(folder.resolve("log"));
        assertEquals(List.of("second"), log.tail(5));
        assertTrue(Files.exists(log.previous()));
    }

    private static boolean isThatSleeper(ProcessHandle child) {
        return child.info().commandLine().orElse("").contains("sleep 600.125");
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, "not after 10 s");
            Pause.of(Duration.ofMillis(20));
        }
    }

    private ChildProcess start(String script) {
        return start(script, folder.resolve("pid"));
    }

    private ChildProcess start(String script, Path pidFile) {
        return ChildProcess.start(new Launch(
                "sleeper",
                List.of("sh", "-c", script),
                Map.of(),
                folder,
                folder.resolve("log"),
                pidFile,
                StopSignal.TERM));
    }
}
