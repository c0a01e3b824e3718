package org.leye.platform.http;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;

/** Tells trouble that passes (connection lost, lock not given, shutdown) from trouble that does not (a constraint). */
public final class DatabaseTrouble {

    /** Connection, transaction rollback (deadlock, serialisation), resources, lock not available, operator intervention. */
    private static final Set<String> PASSING_CLASSES = Set.of("08", "40", "53", "55", "57");

    private DatabaseTrouble() {}

    /** Whether the same work may succeed later. */
    public static boolean isPassing(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause() == cause ? null : cause.getCause()) {
            if (cause instanceof SQLException sql && isPassing(sql)) {
                return true;
            }
        }
        return false;
    }

    /** The same of one error of the driver or the pool; the pool gives no state when it runs dry or cannot connect. */
    static boolean isPassing(SQLException sql) {
        var state = sql.getSQLState();
        return sql instanceof SQLTransientException
                || state == null
                || state.length() >= 2 && PASSING_CLASSES.contains(state.substring(0, 2));
    }
}
