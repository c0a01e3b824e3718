package org.leye.platform.http.datakey;

import java.util.List;
import java.util.stream.Collectors;

import org.leye.platform.identity.SealedTable;

/** One column of sealed values, and the statements about it. */
record SealedColumn(String table, List<String> key, String column) {

    /** A key id is short, and a value may be a long answer: its beginning is enough to tell the key. */
    private static final String KEY_ID = "split_part(left(t.%s, 64), '.', 1)";

    static List<SealedColumn> of(SealedTable table) {
        return table.columns().stream()
                .map(column -> new SealedColumn(table.table(), table.key(), column))
                .toList();
    }

    String name() {
        return table + "." + column;
    }

    /** Key ids and how many values each holds. */
    String countByKey() {
        return "select %1$s, count(*) from %2$s t where t.%3$s is not null group by 1 order by 1"
                .formatted(keyId(), table, column);
    }

    /** Whether a value is under another key than the parameter. */
    String countOthers() {
        return "select count(*) from %s t where %s <> ?".formatted(table, keyId());
    }

    /**
     * Values under another key than the first parameter, in the order of the primary key, behind a position if there is one. A
     * row that somebody changes at this moment is passed over and met again in the next round.
     */
    String lockOthers(boolean behind) {
        return "select %1$s, t.%2$s from %3$s t where %4$s <> ? %5$s order by %6$s limit ? for no key update skip locked"
                .formatted(
                        keys("t.%s::text"),
                        column,
                        table,
                        keyId(),
                        behind ? "and (%s) > (%s)".formatted(keys("t.%s"), keys("?")) : "",
                        keys("t.%s"));
    }

    /** Writes the new value if the old one is still there. */
    String replace() {
        return "update %s t set %2$s = ? where (%3$s) = (%4$s) and t.%2$s = ?"
                .formatted(table, column, keys("t.%s"), keys("?"));
    }

    private String keyId() {
        return KEY_ID.formatted(column);
    }

    private String keys(String pattern) {
        return key.stream().map(pattern::formatted).collect(Collectors.joining(", "));
    }
}
