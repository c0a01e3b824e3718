package org.leye.platform.http.datakey;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

/** The SQL of resealing runs, in the caller's transaction. */
@ApplicationScoped
class ResealingRuns {

    private static final String RUN =
            "select id, key_id, started_at, finished_at, place, position, resealed, unreadable from data_key_resealing ";

    private final DataSource database;

    ResealingRuns(DataSource database) {
        this.database = database;
    }

    Optional<ResealingRun> latest() throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(RUN + "order by started_at desc, id desc limit 1")) {
            return first(select);
        }
    }

    /**
     * The open run for this key, for the one replica whose turn it is; empty for the others. The turn is no lock of the row: that
     * would give the transaction a number, and while such a one lasts nothing is sealed into the audit trail nor shown in change
     * feeds, of any database of the server.
     */
    Optional<ResealingRun> takeOpen(String keyId) throws SQLException {
        try (var connection = database.getConnection();
                var turn = connection.prepareStatement(
                        "select pg_try_advisory_xact_lock(hashtextextended('sealing anew', 0))");
                var select = connection.prepareStatement(RUN + "where finished_at is null and key_id = ?")) {
            var mine = turn.executeQuery();
            mine.next();
            if (!mine.getBoolean(1)) {
                return Optional.empty();
            }
            select.setString(1, keyId);
            return first(select);
        }
    }

    /** Opens a run for this key unless one is open. A run for another key, which seals no longer, ends. */
    void open(String id, String keyId, String startedBy) throws SQLException {
        try (var connection = database.getConnection();
                var end = connection.prepareStatement("""
                        update data_key_resealing set finished_at = clock_timestamp()
                         where finished_at is null and key_id <> ?""");
                var insert = connection.prepareStatement("""
                        insert into data_key_resealing (id, key_id, started_by) values (?, ?, ?)
                        on conflict do nothing""")) {
            end.setString(1, keyId);
            end.executeUpdate();
            insert.setString(1, id);
            insert.setString(2, keyId);
            insert.setString(3, startedBy);
            insert.executeUpdate();
        }
    }

    void keep(ResealingRun run) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("""
                        update data_key_resealing set place = ?, position = ?, resealed = ?, unreadable = ? where id = ?""")) {
            update.setInt(1, run.place());
            update.setArray(2, array(connection, run));
            update.setLong(3, run.resealed());
            update.setLong(4, run.unreadable());
            update.setString(5, run.id());
            update.executeUpdate();
        }
    }

    void finish(ResealingRun run) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(
                        "update data_key_resealing set finished_at = clock_timestamp() where id = ?")) {
            update.setString(1, run.id());
            update.executeUpdate();
        }
    }

    private static @Nullable Array array(Connection connection, ResealingRun run) throws SQLException {
        var position = run.position();
        return position == null ? null : connection.createArrayOf("text", position.toArray());
    }

    private static Optional<ResealingRun> first(PreparedStatement select) throws SQLException {
        var row = select.executeQuery();
        return row.next() ? Optional.of(read(row)) : Optional.empty();
    }

    private static ResealingRun read(ResultSet row) throws SQLException {
        var position = row.getArray("position");
        return new ResealingRun(
                row.getString("id"),
                row.getString("key_id"),
                row.getObject("started_at", OffsetDateTime.class),
                row.getObject("finished_at", OffsetDateTime.class),
                row.getInt("place"),
                position == null ? null : List.of((String[]) position.getArray()),
                row.getLong("resealed"),
                row.getLong("unreadable"));
    }
}
