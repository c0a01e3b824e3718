package org.leye.platform.outbox.inbox;

import java.sql.SQLException;
import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.identity.FieldCipher;

/** The SQL of arriving events, in the transaction of the handler. */
@ApplicationScoped
class InboxTable {

    /** What the inbox knows of an event before it is handled. */
    enum Fate {
        NEW,
        SEEN,
        KEY_BLOCKED
    }

    private final DataSource database;
    private final FieldCipher cipher;

    InboxTable(DataSource database, FieldCipher cipher) {
        this.database = database;
        this.cipher = cipher;
    }

    /**
     * Marks the event as taken, unless it was before; tells whether an earlier event of its key still blocks the way. The block
     * stays as it is until this transaction ends: a replay lifts it before or after, never in between.
     */
    Fate take(Delivery delivery) throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(
                        "insert into inbox (event_id, topic, type) values (?, ?, ?) on conflict do nothing");
                var blocked = connection.prepareStatement(
                        "select 1 from blocked_key where topic = ? and record_key = ? for share")) {
            insert.setObject(1, delivery.eventId());
            insert.setString(2, delivery.topic());
            insert.setString(3, delivery.type());
            if (insert.executeUpdate() == 0) {
                return Fate.SEEN;
            }
            blocked.setString(1, delivery.topic());
            blocked.setString(2, delivery.recordKey());
            return blocked.executeQuery().next() ? Fate.KEY_BLOCKED : Fate.NEW;
        }
    }

    /** Keeps an event that waits behind one of its key that failed. */
    void keepWaiting(Delivery delivery) throws SQLException {
        keep(delivery, "WAITING", "an earlier event of this key failed", 0);
    }

    /** Keeps an event that could not be handled and blocks its key. */
    void keepDead(Delivery delivery, String reason, int attempts) throws SQLException {
        keep(delivery, "DEAD", reason, attempts);
        try (var connection = database.getConnection();
                var block = connection.prepareStatement(
                        "insert into blocked_key (topic, record_key) values (?, ?) on conflict do nothing")) {
            block.setString(1, delivery.topic());
            block.setString(2, delivery.recordKey());
            block.executeUpdate();
        }
    }

    private void keep(Delivery delivery, String state, String reason, int attempts) throws SQLException {
        try (var connection = database.getConnection();
                var letter = connection.prepareStatement("""
                        insert into dead_letter
                               (event_id, topic, record_key, type, payload, state, reason, attempts, traceparent)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")) {
            letter.setObject(1, delivery.eventId());
            letter.setString(2, delivery.topic());
            letter.setString(3, delivery.recordKey());
            letter.setString(4, delivery.type());
            letter.setString(5, cipher.seal(delivery.payload()));
            letter.setString(6, state);
            letter.setString(7, reason);
            letter.setInt(8, attempts);
            letter.setString(9, delivery.traceparent());
            letter.executeUpdate();
        }
    }
}
