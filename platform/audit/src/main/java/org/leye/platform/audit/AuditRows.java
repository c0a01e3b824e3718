package org.leye.platform.audit;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

/** The rows in the order in which they are sealed. Reads in the caller's transaction. */
@ApplicationScoped
class AuditRows {

    private static final int ROWS_AT_A_TIME = 1_000;

    private final DataSource database;

    AuditRows(DataSource database) {
        this.database = database;
    }

    /** The next rows of which it is certain that none can still appear among or before them. */
    List<AuditRow> finishedBehind(Position position, int limit) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(("""
                        select %s from audit_row
                         where (xid, id) > (cast(? as xid8), ?) and xid < pg_snapshot_xmin(pg_current_snapshot())
                         order by xid, id limit ?""").formatted(AuditRow.COLUMNS))) {
            set(select, 1, position);
            select.setInt(3, limit);
            var found = new ArrayList<AuditRow>(limit);
            var rows = select.executeQuery();
            while (rows.next()) {
                found.add(AuditRow.read(rows));
            }
            return found;
        }
    }

    /** Gives every row behind the one position, up to and with the other, without holding them all. */
    void between(Position behind, Position upTo, Consumer<AuditRow> taker) throws SQLException {
        read("(xid, id) > (cast(? as xid8), ?)", behind, upTo, taker);
    }

    /** As {@link #between}, with the first row. */
    void fromTo(Position first, Position last, Consumer<AuditRow> taker) throws SQLException {
        read("(xid, id) >= (cast(? as xid8), ?)", first, last, taker);
    }

    /** Gives every row behind the position whose transaction has not been numbered yet: no sealer comes to it. */
    void numberedAhead(Position behind, Consumer<AuditRow> taker) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(("""
                        select %s from audit_row
                         where (xid, id) > (cast(? as xid8), ?) and xid >= pg_snapshot_xmax(pg_current_snapshot())
                         order by xid, id""").formatted(AuditRow.COLUMNS))) {
            set(select, 1, behind);
            give(select, taker);
        }
    }

    /** How long ago the first row behind the position was written. */
    Optional<Duration> ageOfFirstBehind(Position position) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        select extract(epoch from clock_timestamp() - at) from audit_row
                         where (xid, id) > (cast(? as xid8), ?) order by xid, id limit 1""")) {
            set(select, 1, position);
            var row = select.executeQuery();
            return row.next() ? Optional.of(Duration.ofMillis((long) (row.getDouble(1) * 1_000))) : Optional.empty();
        }
    }

    /** Whether the transaction was numbered by this database; not so if it came with a dump of another one. */
    boolean isOfThisDatabase(Position position) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select cast(? as xid8) < pg_snapshot_xmax(pg_current_snapshot())")) {
            select.setString(1, Long.toString(position.transaction()));
            var row = select.executeQuery();
            row.next();
            return row.getBoolean(1);
        }
    }

    private void read(String lowerBound, Position lower, Position upper, Consumer<AuditRow> taker) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(("""
                        select %s from audit_row where %s and (xid, id) <= (cast(? as xid8), ?)
                         order by xid, id""").formatted(AuditRow.COLUMNS, lowerBound))) {
            set(select, 1, lower);
            set(select, 3, upper);
            give(select, taker);
        }
    }

    private static void give(PreparedStatement select, Consumer<AuditRow> taker) throws SQLException {
        select.setFetchSize(ROWS_AT_A_TIME);
        var rows = select.executeQuery();
        while (rows.next()) {
            taker.accept(AuditRow.read(rows));
        }
    }

    private static void set(PreparedStatement statement, int index, Position position) throws SQLException {
        statement.setString(index, Long.toString(position.transaction()));
        statement.setObject(index + 1, position.id());
    }
}
