package org.leye.platform.http.command;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.identity.FieldCipher;
import org.leye.platform.problem.RequestProblem;

/** The table of commands and their answers, in the caller's transaction. Answers are sealed: they may name people. */
@ApplicationScoped
class CommandResults {

    static final Duration KEPT = Duration.ofDays(7);
    static final Duration KEPT_FOR_MONEY = Duration.ofDays(400);

    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final Duration RETRY = Duration.ofSeconds(1);

    /** A stored command. */
    record Earlier(byte[] bodyHash, StoredAnswer answer) {}

    private final DataSource database;
    private final FieldCipher cipher;

    CommandResults(DataSource database, FieldCipher cipher) {
        this.database = database;
        this.cipher = cipher;
    }

    /** Whether the key was free. Waits for a command that holds it, as long as the connection's lock_timeout allows. */
    boolean claim(CommandKey command, byte[] bodyHash, Duration kept) {
        try (var connection = database.getConnection();
                var insert = prepare(connection, """
                        insert into command_result (consumer, subject, operation, key, body_hash, expires_at)
                        values (?, ?, ?, ?, ?, now() + make_interval(secs => ?)) on conflict do nothing""", command)) {
            insert.setBytes(5, bodyHash);
            insert.setDouble(6, kept.toSeconds());
            return insert.executeUpdate() == 1;
        } catch (SQLException e) {
            if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                throw RequestProblem.REQUEST_IN_PROGRESS.problem().retryAfter(RETRY);
            }
            throw new IllegalStateException("a command could not be claimed", e);
        }
    }

    void store(CommandKey command, StoredAnswer answer) {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("""
                        update command_result set status = ?, location = ?, etag = ?, body = ?
                         where consumer = ? and subject = ? and operation = ? and key = ?""")) {
            update.setInt(1, answer.status());
            update.setString(2, answer.location());
            update.setString(3, answer.etag());
            update.setString(4, cipher.seal(answer.body()));
            update.setString(5, command.consumer());
            update.setString(6, command.subject());
            update.setString(7, command.operation());
            update.setString(8, command.key());
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("an answer could not be stored", e);
        }
    }

    Earlier find(CommandKey command) {
        try (var connection = database.getConnection();
                var select = prepare(connection, """
                        select body_hash, status, location, etag, body from command_result
                         where consumer = ? and subject = ? and operation = ? and key = ?""", command)) {
            var row = select.executeQuery();
            if (!row.next()) {
                throw new IllegalStateException("a command vanished between conflict and read");
            }
            return new Earlier(
                    row.getBytes(1),
                    new StoredAnswer(row.getInt(2), row.getString(3), row.getString(4), cipher.open(row.getString(5))));
        } catch (SQLException e) {
            throw new IllegalStateException("an answer could not be read", e);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, CommandKey command)
            throws SQLException {
        var statement = connection.prepareStatement(sql);
        statement.setString(1, command.consumer());
        statement.setString(2, command.subject());
        statement.setString(3, command.operation());
        statement.setString(4, command.key());
        return statement;
    }
}
