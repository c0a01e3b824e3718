package org.leye.subsidy.grant;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/** What was said of a case, as grants keep it and are compared by it: its keys, and its facts of one value, all as text. */
final class Told {

    private Told() {}

    static SortedMap<String, String> of(Map<String, ? extends @Nullable Object> facts, Map<String, String> keys) {
        var told = new TreeMap<String, String>();
        facts.forEach((name, value) -> {
            if (isOne(value)) {
                told.put(name, String.valueOf(value));
            }
        });
        told.putAll(keys);
        return told;
    }

    private static boolean isOne(@Nullable Object value) {
        return value instanceof String
                || value instanceof Boolean
                || value instanceof Number
                || value instanceof LocalDate
                || value instanceof YearMonth;
    }
}
