package org.leye.platform.http.changes;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.identity.Scope;
import org.leye.platform.problem.RequestProblem;

import org.jspecify.annotations.Nullable;

/**
 * The SQL of change feeds. Triggers of the services' tables keep one row for each record, with the transaction and the number of
 * its latest change. Only changes of transactions older than every open one are shown: nothing can appear before them any more,
 * however late it commits.
 */
@ApplicationScoped
class ChangeTable {

    /** A place between changes. */
    record Position(String transaction, long number) {

        static final Position START = new Position("0", 0);

        static Position parse(String text) {
            var parts = text.split(",", 2);
            return new Position(parts[0], Long.parseLong(parts[1]));
        }

        @Override
        public String toString() {
            return transaction + "," + number;
        }
    }

    record Row(String resource, String id, boolean deleted, OffsetDateTime changedAt, Position position) {}

    private final DataSource database;

    ChangeTable(DataSource database) {
        this.database = database;
    }

    /**
     * Throws OUT_OF_SCOPE unless the scope is the whole county: a copy of a part would go stale when records move. Throws
     * INVALID_CURSOR for a place that this database has not come to: it was restored since, and what has changed until it comes
     * there again would be missed.
     */
    List<Row> read(Scope scope, @Nullable String resource, Position after, int limit) {
        scope.requireCounty();
        try (var connection = database.getConnection()) {
            if (!hasComeTo(after, connection)) {
                throw RequestProblem.INVALID_CURSOR.because(
                        "游标晚于数据库的当前状态（数据库已恢复），请不带游标重新开始",
                        "the cursor is ahead of the database, which was restored: begin again without a cursor");
            }
            return read(connection, resource, after, limit);
        } catch (SQLException e) {
            throw new IllegalStateException("changes could not be read", e);
        }
    }

    /** A cursor is made of transactions that have ended, and the next one has a higher number. */
    private static boolean hasComeTo(Position place, Connection connection) throws SQLException {
        try (var query =
                connection.prepareStatement("select cast(? as xid8) < pg_snapshot_xmax(pg_current_snapshot())")) {
            query.setString(1, place.transaction());
            var answer = query.executeQuery();
            answer.next();
            return answer.getBoolean(1);
        }
    }

    private static List<Row> read(Connection connection, @Nullable String resource, Position after, int limit)
            throws SQLException {
        try (var query = connection.prepareStatement("""
                select resource, record_id, deleted, changed_at, xid::text, seq from record_change
                 where (xid, seq) > (cast(? as xid8), ?) and xid < pg_snapshot_xmin(pg_current_snapshot())
                   and (cast(? as text) is null or resource = ?)
                 order by xid, seq limit ?""")) {
            query.setString(1, after.transaction());
            query.setLong(2, after.number());
            query.setString(3, resource);
            query.setString(4, resource);
            query.setInt(5, limit);
            var rows = query.executeQuery();
            var changes = new ArrayList<Row>();
            while (rows.next()) {
                changes.add(new Row(
                        rows.getString(1),
                        rows.getString(2),
                        rows.getBoolean(3),
                        rows.getObject(4, OffsetDateTime.class),
                        new Position(rows.getString(5), rows.getLong(6))));
            }
            return changes;
        }
    }
}
