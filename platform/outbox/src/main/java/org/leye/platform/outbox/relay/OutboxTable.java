package org.leye.platform.outbox.relay;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.contracts.Topic.Lane;

/** The SQL of the relay. Every statement is its own transaction; what it removes or parks names the epoch it was read under. */
@ApplicationScoped
class OutboxTable {

    private final DataSource database;

    OutboxTable(DataSource database) {
        this.database = database;
    }

    /** Takes or renews the lease on every bucket that is free or ours; returns the epochs of the buckets we hold. */
    Map<Integer, Long> lease(Lane lane, UUID owner, Duration term) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("""
                        update outbox_lease l
                           set epoch = l.epoch + (l.owner is distinct from ?)::int,
                               owner = ?,
                               until = clock_timestamp() + make_interval(secs => ?)
                          from (select lane, bucket from outbox_lease
                                 where lane = ? and (owner = ? or until < clock_timestamp())
                                   for update skip locked) free
                         where l.lane = free.lane and l.bucket = free.bucket
                        returning l.bucket, l.epoch""")) {
            statement.setObject(1, owner);
            statement.setObject(2, owner);
            statement.setDouble(3, term.toMillis() / 1000.0);
            statement.setInt(4, lane.ordinal());
            statement.setObject(5, owner);
            var rows = statement.executeQuery();
            var epochs = new HashMap<Integer, Long>();
            while (rows.next()) {
                epochs.put(rows.getInt(1), rows.getLong(2));
            }
            return epochs;
        }
    }

    /** Gives the leases back, so that another replica need not wait for them to run out. */
    void release(Lane lane, UUID owner) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "update outbox_lease set until = clock_timestamp() where lane = ? and owner = ?")) {
            statement.setInt(1, lane.ordinal());
            statement.setObject(2, owner);
            statement.executeUpdate();
        }
    }

    /**
     * The oldest events of each of these buckets, leaving out those of the named aggregates and of parked ones: however many
     * they have, the others find a place. Each bucket is read along its index, so that the other lane's backlog costs nothing.
     */
    List<OutboxRow> read(Lane lane, Map<Integer, Long> epochs, Collection<String> without, int ofEachBucket)
            throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("""
                        select w.* from unnest(?) as held (bucket) cross join lateral (
                            select seq, event_id, bucket, topic, record_key, type, at, payload, traceparent from outbox o
                             where o.lane = ? and o.bucket = held.bucket and o.topic || '|' || o.record_key <> all (?)
                               and not exists (select 1 from outbox_parked p where p.topic = o.topic
                                                  and p.record_key = o.record_key and p.state = 'PARKED')
                             order by seq limit ?) w
                         order by w.seq""")) {
            statement.setArray(1, array(connection, "integer", epochs.keySet()));
            statement.setInt(2, lane.ordinal());
            statement.setArray(3, array(connection, "text", without));
            statement.setInt(4, ofEachBucket);
            var rows = statement.executeQuery();
            var events = new ArrayList<OutboxRow>();
            while (rows.next()) {
                events.add(event(rows, epochs));
            }
            return events;
        }
    }

    /** Moves acknowledged events to the sent ones, those only whose bucket is still leased under their epoch. */
    void moveToSent(Lane lane, List<OutboxRow> acknowledged) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("""
                        with ours as (
                            select a.seq from unnest(?, ?, ?) as a (seq, bucket, epoch)
                              join outbox_lease l on l.lane = ? and l.bucket = a.bucket and l.epoch = a.epoch),
                        gone as (
                            delete from outbox o using ours where o.seq = ours.seq
                            returning o.seq, o.event_id, o.topic, o.record_key, o.type, o.at, o.payload, o.traceparent),
                        unparked as (
                            update outbox_parked p set state = 'SENT', settled_at = clock_timestamp()
                              from gone where p.event_id = gone.event_id)
                        insert into outbox_sent (seq, event_id, topic, record_key, type, at, payload, traceparent)
                        select seq, event_id, topic, record_key, type, at, payload, traceparent from gone""")) {
            statement.setArray(1, array(connection, "bigint", acknowledged, OutboxRow::seq));
            statement.setArray(2, array(connection, "integer", acknowledged, OutboxRow::bucket));
            statement.setArray(3, array(connection, "bigint", acknowledged, OutboxRow::epoch));
            statement.setInt(4, lane.ordinal());
            statement.executeUpdate();
        }
    }

    /** Parks an event that Kafka refused for good, if its bucket is still leased under its epoch. One that was given up stays so. */
    void park(Lane lane, OutboxRow refused, String reason) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("""
                        insert into outbox_parked (event_id, topic, record_key, type, lane, reason)
                        select o.event_id, o.topic, o.record_key, o.type, o.lane, ? from outbox o
                          join outbox_lease l on l.lane = ? and l.bucket = o.bucket and l.epoch = ?
                         where o.seq = ?
                            on conflict (event_id) do update
                           set state = 'PARKED', reason = excluded.reason, attempts = outbox_parked.attempts + 1
                         where outbox_parked.settled_at is null""")) {
            statement.setString(1, reason);
            statement.setInt(2, lane.ordinal());
            statement.setLong(3, refused.epoch());
            statement.setLong(4, refused.seq());
            statement.executeUpdate();
        }
    }

    private static OutboxRow event(ResultSet row, Map<Integer, Long> epochs) throws SQLException {
        int bucket = row.getInt("bucket");
        return new OutboxRow(
                row.getLong("seq"),
                row.getObject("event_id", UUID.class),
                bucket,
                Objects.requireNonNull(epochs.get(bucket)),
                row.getString("topic"),
                row.getString("record_key"),
                row.getString("type"),
                row.getObject("at", OffsetDateTime.class),
                row.getBytes("payload"),
                row.getString("traceparent"));
    }

    private static <T> java.sql.Array array(
            Connection connection, String type, Collection<T> values, Function<T, ?> element) throws SQLException {
        return array(connection, type, values.stream().map(element).toList());
    }

    private static java.sql.Array array(Connection connection, String type, Collection<?> values) throws SQLException {
        return connection.createArrayOf(type, values.toArray());
    }
}
