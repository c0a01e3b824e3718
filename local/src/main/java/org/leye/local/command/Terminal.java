package org.leye.local.command;

import java.io.Console;
import java.time.Duration;
import java.util.Locale;

/** What the other end of stdout can show. */
final class Terminal {

    private Terminal() {}

    /** Whether lines may be overwritten: a real terminal, and nobody asked for plain output. */
    static boolean overwrites() {
        Console console = System.console();
        String term = System.getenv("TERM");
        return console != null
                && console.isTerminal()
                && System.getenv("NO_COLOR") == null
                && term != null
                && !term.equals("dumb");
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
