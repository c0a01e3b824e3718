package org.leye.platform.retention;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * A table whose rows are not kept for ever, or that is cut into pieces so that one day they need not be. Declared by the module
 * that owns the table, as a bean. Terms run by machine time, on the database's clock.
 */
public sealed interface Retained {

    String table();

    /** How long a row is kept; null for as long as the law wants, which nobody here deletes. */
    @Nullable
    Duration term();

    /** Rows that are deleted one by one, for tables whose key must be unique over all time. */
    record Rows(String table, String column, Duration term) implements Retained {}

    /** A table cut into days or months, whose pieces are dropped whole. */
    record Pieces(String table, Cut cut, @Nullable Duration term) implements Retained {}

    /** How long one piece of a table is. */
    enum Cut {
        DAY,
        MONTH
    }
}
