package org.leye.platform.outbox.relay;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.contracts.Topic.Lane;

/** The SQL of the relay. Every statement is its own transaction; every removal names the epoch of the lease it acts under. */
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
            statement.setDouble(3, term.toSeconds());
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

    /** The oldest events of these buckets. */
    List<OutboxRow> read(Lane lane, Iterable<Integer> buckets, int limit) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("""
                        select seq, event_id, bucket, topic, record_key, type, at, payload
                          from outbox where lane = ? and bucket = any (?) order by seq limit ?""")) {
            statement.setInt(1, lane.ordinal());
            statement.setArray(2, array(connection, "integer", buckets));
            statement.setInt(3, limit);
            var rows = statement.executeQuery();
            var events = new ArrayList<OutboxRow>();
            while (rows.next()) {
                events.add(new OutboxRow(
                        rows.getLong(1),
                        rows.getObject(2, UUID.class),
                        rows.getInt(3),
                        rows.getString(4),
                        rows.getString(5),
                        rows.getString(6),
                        rows.getObject(7, OffsetDateTime.class),
                        rows.getBytes(8)));
            }
            return events;
        }
    }

    /** Moves acknowledged events to the sent ones, those only whose bucket is still leased under our epoch. */
    void moveToSent(Lane lane, Map<Integer, Long> epochs, List<Long> acknowledged) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("""
                        with ours as (
                            select l.bucket from outbox_lease l
                              join unnest(?, ?) as held (bucket, epoch) on l.bucket = held.bucket and l.epoch = held.epoch
                             where l.lane = ?),
                        gone as (
                            delete from outbox o using ours
                             where o.lane = ? and o.bucket = ours.bucket and o.seq = any (?)
                            returning o.seq, o.event_id, o.topic, o.record_key, o.type, o.at, o.payload)
                        insert into outbox_sent (seq, event_id, topic, record_key, type, at, payload)
                        select * from gone""")) {
            statement.setArray(1, array(connection, "integer", epochs.keySet()));
            statement.setArray(2, array(connection, "bigint", epochs.values()));
            statement.setInt(3, lane.ordinal());
            statement.setInt(4, lane.ordinal());
            statement.setArray(5, array(connection, "bigint", acknowledged));
            statement.executeUpdate();
        }
    }

    private static java.sql.Array array(Connection connection, String type, Iterable<?> values) throws SQLException {
        var list = new ArrayList<Object>();
        values.forEach(list::add);
        return connection.createArrayOf(type, list.toArray());
    }
}
