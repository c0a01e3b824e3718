package org.leye.platform.outbox.inbox;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.identity.FieldCipher;

import org.jspecify.annotations.Nullable;

/** The SQL of a replay. Whoever touches the letters of a key locks the row of its block first. */
@ApplicationScoped
class ReplayTable {

    /** A key whose events wait. */
    record Key(String topic, String recordKey) {}

    /** An event that was kept, as it is stored. */
    record Letter(
            UUID eventId,
            String type,
            String sealed,
            @Nullable String traceparent) {}

    private final DataSource database;
    private final FieldCipher cipher;

    ReplayTable(DataSource database, FieldCipher cipher) {
        this.database = database;
        this.cipher = cipher;
    }

    /** Keys whose events are to be replayed, those that have waited longest first. */
    List<Key> asked() throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("""
                        select topic, record_key from blocked_key where replay_asked_at is not null
                         order by replay_asked_at limit 100""")) {
            var rows = query.executeQuery();
            var keys = new ArrayList<Key>();
            while (rows.next()) {
                keys.add(new Key(rows.getString(1), rows.getString(2)));
            }
            return keys;
        }
    }

    /** Locks the key against arrivals and other replays; false if it is not to be replayed, or another replica does it now. */
    boolean lock(Key key) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("""
                        select 1 from blocked_key where topic = ? and record_key = ? and replay_asked_at is not null
                           for update skip locked""")) {
            query.setString(1, key.topic());
            query.setString(2, key.recordKey());
            return query.executeQuery().next();
        }
    }

    /** The first event of the key that has not been settled. */
    Optional<Letter> first(Key key) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("""
                        select event_id, type, payload, traceparent from dead_letter
                         where topic = ? and record_key = ? and settled_at is null order by arrival limit 1""")) {
            query.setString(1, key.topic());
            query.setString(2, key.recordKey());
            var rows = query.executeQuery();
            return rows.next()
                    ? Optional.of(new Letter(
                            rows.getObject(1, UUID.class), rows.getString(2), rows.getString(3), rows.getString(4)))
                    : Optional.empty();
        }
    }

    /** What was delivered at the time. Throws IllegalStateException if no key opens it. */
    Delivery open(Key key, Letter letter) {
        return new Delivery(
                letter.eventId(),
                key.topic(),
                key.recordKey(),
                letter.type(),
                cipher.open(letter.sealed()),
                letter.traceparent());
    }

    void markHandled(Letter letter) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("""
                        update dead_letter set state = 'HANDLED', settled_at = clock_timestamp() where event_id = ?""")) {
            update.setObject(1, letter.eventId());
            update.executeUpdate();
        }
    }

    /** The event failed again: it is dead with a new reason, and its key stays blocked. Nothing if it was settled meanwhile. */
    void markDead(Letter letter, String reason) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("""
                        with failed as (
                            update dead_letter set state = 'DEAD', reason = ?, attempts = attempts + 1
                             where event_id = ? and settled_at is null returning topic, record_key)
                        update blocked_key b set replay_asked_at = null
                          from failed f where b.topic = f.topic and b.record_key = f.record_key""")) {
            update.setString(1, reason);
            update.setObject(2, letter.eventId());
            update.executeUpdate();
        }
    }

    /** Nothing waits any more: the next event of the key is handled as it comes. */
    void lift(Key key) throws SQLException {
        try (var connection = database.getConnection();
                var delete =
                        connection.prepareStatement("delete from blocked_key where topic = ? and record_key = ?")) {
            delete.setString(1, key.topic());
            delete.setString(2, key.recordKey());
            delete.executeUpdate();
        }
    }
}
