package org.leye.gateway.edge;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

import io.vertx.core.MultiMap;

/**
 * Which trace a request belongs to (W3C Trace Context). A caller's is passed on if it is well formed; else, as the standard
 * asks, a new trace begins here and what the caller said about the old one is dropped. Nothing is sampled by us: the flag is
 * the caller's.
 */
final class TraceContext {

    private static final String PARENT = "traceparent";
    private static final String STATE = "tracestate";
    private static final int MAX_STATE_CHARACTERS = 512;
    private static final Pattern WELL_FORMED =
            Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    private TraceContext() {}

    /** Leaves exactly one good {@code traceparent} in the headers. */
    static void pass(MultiMap headers) {
        var given = headers.getAll(PARENT);
        if (given.size() != 1 || !WELL_FORMED.matcher(given.getFirst()).matches()) {
            headers.set(PARENT, newTrace());
            headers.remove(STATE);
        } else if (headers.getAll(STATE).stream().anyMatch(state -> !isHarmless(state))) {
            headers.remove(STATE);
        }
    }

    private static boolean isHarmless(String state) {
        return state.length() <= MAX_STATE_CHARACTERS && state.chars().allMatch(c -> c >= ' ' && c <= '~');
    }

    private static String newTrace() {
        var random = ThreadLocalRandom.current();
        var hex = HexFormat.of();
        // Never zero, which would mean no trace.
        return "00-" + hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong() | 1) + "-"
                + hex.toHexDigits(random.nextLong() | 1) + "-00";
    }
}
