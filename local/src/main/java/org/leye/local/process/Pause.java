package org.leye.local.process;

import java.time.Duration;
import java.util.concurrent.CancellationException;

/** A wait between two looks at a condition. */
public final class Pause {

    private Pause() {}

    /**
     * Waits; an interrupt is somebody's wish to stop.
     *
     * @throws CancellationException when interrupted
     */
    public static void of(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    /** Waits although somebody wishes to stop, because the work at hand is the stopping. */
    static void uninterrupted(Duration duration) {
        boolean interrupted = Thread.interrupted();
        try {
            Thread.sleep(duration);
        } catch (InterruptedException again) {
            interrupted = true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
