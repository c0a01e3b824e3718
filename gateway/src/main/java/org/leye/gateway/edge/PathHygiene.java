package org.leye.gateway.edge;

/**
 * Which request targets pass. Servers disagree on what {@code ;}, an encoded slash or a dot segment means, and every such
 * disagreement between gateway and service is a way around a check. None of them stands in a path of ours, so all are refused,
 * in any case and encoded or not. Only the path is judged; a query may hold what it likes, except control characters.
 */
public final class PathHygiene {

    private static final String FORBIDDEN = ";\\";

    private PathHygiene() {}

    /** Whether the raw target, as it stood in the request line, begins with a slash and holds a harmless path. */
    public static boolean isClean(String target) {
        if (!target.startsWith("/") || !target.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            return false;
        }
        var query = target.indexOf('?');
        var path = query < 0 ? target : target.substring(0, query);
        return path.indexOf('#') < 0 && areCleanSegments(path);
    }

    private static boolean areCleanSegments(String path) {
        var segment = new StringBuilder();
        for (int at = 1; at < path.length(); at++) {
            var c = path.charAt(at);
            if (c == '/') {
                if (isEmptyOrDots(segment)) {
                    return false;
                }
                segment.setLength(0);
                continue;
            }
            if (c == '%') {
                var octet = octetAt(path, at);
                if (octet < ' ' || octet == 0x7f || octet == '/') {
                    return false;
                }
                c = (char) octet;
                at += 2;
            }
            if (FORBIDDEN.indexOf(c) >= 0) {
                return false;
            }
            segment.append(c);
        }
        // The last segment may be empty: a path may end with a slash.
        return segment.isEmpty() || !isEmptyOrDots(segment);
    }

    private static boolean isEmptyOrDots(CharSequence segment) {
        return segment.isEmpty() || segment.chars().allMatch(c -> c == '.') && segment.length() <= 2;
    }

    /** The octet that the escape at this place stands for; -1 if it is not an escape. */
    private static int octetAt(String path, int at) {
        if (at + 2 >= path.length()) {
            return -1;
        }
        var high = Character.digit(path.charAt(at + 1), 16);
        var low = Character.digit(path.charAt(at + 2), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }
}
