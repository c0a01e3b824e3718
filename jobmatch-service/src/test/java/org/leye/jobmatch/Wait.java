package org.leye.jobmatch;

import java.time.Duration;
import java.time.Instant;

/** Waits for what an event brings about. Only a failed assertion is tried again. */
public final class Wait {

    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private Wait() {}

    public static void until(Runnable assertion) {
        var deadline = Instant.now().plus(DEADLINE);
        while (true) {
            try {
                assertion.run();
                return;
            } catch (AssertionError notYet) {
                if (Instant.now().isAfter(deadline)) {
                    throw notYet;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
