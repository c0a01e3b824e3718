package org.leye.platform.problem;

import java.util.Locale;

/** A sentence in the two languages of the house. The values in it are data; they are never translated. */
public record Text(String zh, String en) {

    /** Both sentences with the same values, in the manner of {@link String#format}. */
    public static Text of(String zh, String en, Object... values) {
        return values.length == 0 ? new Text(zh, en) : new Text(format(zh, values), format(en, values));
    }

    /** The sentence for a caller who reads {@code language}; Chinese unless English is asked for. */
    public String in(Locale language) {
        return language.getLanguage().equals("en") ? en : zh;
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
