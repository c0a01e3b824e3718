package org.leye.local.journey;

import java.util.function.Supplier;

/** Somebody who calls, and how she gets a token; a fresh one each time, for a story may outlive a token. */
record Caller(String name, Supplier<String> source) {

    String token() {
        return source.get();
    }
}
