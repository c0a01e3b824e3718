package org.leye.local.chaos;

import java.time.Duration;

import org.leye.local.Part;

/**
 * One thing that goes wrong.
 *
 * @param kind what happens
 * @param part to whom
 * @param after how long all is well before
 * @param away how long the part is away
 */
public record Fault(Kind kind, Part part, Duration after, Duration away) {

    /** What may happen to a part. */
    public enum Kind {
        /** Ended as by a power cut, and started again. */
        KILL,
        /** Stopped cleanly, and started again. */
        RESTART,
        /** A second copy joins, the first is killed under load and started again, the second leaves. */
        KILL_ONE_OF_TWO,
        /** The issuer signs with a new key; the key before the last is no longer published. */
        ROTATE_KEY
    }

    /** Whether a process dies of it. */
    public boolean kills() {
        return kind == Kind.KILL || kind == Kind.KILL_ONE_OF_TWO;
    }

    @Override
    public String toString() {
        var text = kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ') + " " + part.label();
        return away.isZero() ? text : text + " for %.1f s".formatted(away.toMillis() / 1000.0);
    }
}
