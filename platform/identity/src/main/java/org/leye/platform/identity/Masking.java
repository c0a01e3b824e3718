package org.leye.platform.identity;

/** What may be shown of a person to a caller who may not see all. Source: domain.md C.1. */
public final class Masking {

    private Masking() {}

    /** {@code 330282********0021} */
    public static String idNumber(String number) {
        return number.length() < 11 ? "*".repeat(number.length()) : masked(number, 6, 4);
    }

    /** {@code 138****1234} */
    public static String phone(String number) {
        return number.length() < 8 ? "*".repeat(number.length()) : masked(number, 3, 4);
    }

    /** {@code ***************0019} */
    public static String account(String number) {
        return masked(number, 0, 4);
    }

    /** The family name and stars: {@code 王**}. */
    public static String name(String name) {
        int first = name.offsetByCodePoints(0, 1);
        return name.substring(0, first) + "*".repeat(Math.max(1, name.codePointCount(first, name.length())));
    }

    private static String masked(String text, int head, int tail) {
        return text.substring(0, head) + "*".repeat(text.length() - head - tail) + text.substring(text.length() - tail);
    }
}
