package org.leye.bench;

import java.util.Locale;

/** A number as it is printed: no more digits than it is worth. */
final class Figure {

    private static final int WHOLE_FROM = 100;

    private Figure() {}

    static String of(double value) {
        String form = value >= WHOLE_FROM ? "%.0f" : value >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, form, value);
    }
}
