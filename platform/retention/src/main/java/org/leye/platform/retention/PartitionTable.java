package org.leye.platform.retention;

import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

import org.leye.platform.retention.Retained.Cut;

/**
 * The pieces of one table, named by the last day they may hold a row of: {@code outbox_sent_20261123}. Days are those of UTC. The
 * piece that a migration made of an older, uncut table is named the same way.
 */
final class PartitionTable {

    /** Far: whoever goes back to the release before has a binary that makes no pieces and needs them all the same. */
    private static final int DAYS_AHEAD = 60;

    private static final int MONTHS_AHEAD = 24;
    private static final DateTimeFormatter SUFFIX = DateTimeFormatter.BASIC_ISO_DATE;

    private final DataSource database;
    private final String table;
    private final Cut cut;

    PartitionTable(DataSource database, Retained.Pieces pieces) {
        this.database = database;
        this.table = pieces.table();
        this.cut = pieces.cut();
    }

    /** Makes the piece of today and the next ones, unless they are there. */
    void makeAhead() throws SQLException {
        takeTurns();
        var today = today();
        var enough = cut == Cut.DAY ? today.plusDays(DAYS_AHEAD) : today.plusMonths(MONTHS_AHEAD);
        for (var day = firstDayWithoutPiece(today); day.isBefore(enough); day = dayAfterPiece(day)) {
            makePiece(day, dayAfterPiece(day));
        }
    }

    /** Drops the pieces whose last day ended longer ago than the term. */
    void dropOlderThan(Duration term) throws SQLException {
        takeTurns();
        var oldest = today().minusDays(term.toDays());
        for (var last : lastDays()) {
            if (last.isBefore(oldest)) {
                run("drop table " + table + "_" + SUFFIX.format(last));
            }
        }
    }

    private void makePiece(LocalDate from, LocalDate until) throws SQLException {
        var piece = table + "_" + SUFFIX.format(until.minusDays(1));
        // Attached rather than made in place: that does not wait for those who write.
        run("create table %s (like %s including defaults including constraints)".formatted(piece, table));
        run("alter table %s attach partition %s for values from ('%s 00:00:00+00') to ('%s 00:00:00+00')"
                .formatted(table, piece, from, until));
    }

    private LocalDate dayAfterPiece(LocalDate day) {
        return cut == Cut.DAY ? day.plusDays(1) : day.withDayOfMonth(1).plusMonths(1);
    }

    private LocalDate firstDayWithoutPiece(LocalDate today) throws SQLException {
        return lastDays().stream()
                .map(last -> last.plusDays(1))
                .max(LocalDate::compareTo)
                .filter(next -> next.isAfter(today))
                .orElse(today);
    }

    private List<LocalDate> lastDays() throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("""
                        select right(piece.relname, 8) from pg_inherits link
                          join pg_class piece on piece.oid = link.inhrelid
                         where link.inhparent = cast(? as regclass)""")) {
            query.setString(1, table);
            var rows = query.executeQuery();
            var days = new ArrayList<LocalDate>();
            while (rows.next()) {
                days.add(LocalDate.parse(rows.getString(1), SUFFIX));
            }
            return days;
        }
    }

    private LocalDate today() throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select clock_timestamp()")) {
            var row = query.executeQuery();
            row.next();
            return row.getObject(1, OffsetDateTime.class)
                    .atZoneSameInstant(ZoneOffset.UTC)
                    .toLocalDate();
        }
    }

    private void takeTurns() throws SQLException {
        run("select pg_advisory_xact_lock(hashtextextended('retention of %s', 0))".formatted(table));
        run("set local lock_timeout = '2s'");
    }

    private void run(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
