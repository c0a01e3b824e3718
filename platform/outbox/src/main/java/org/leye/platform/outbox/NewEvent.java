package org.leye.platform.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import org.leye.contracts.Event;
import org.leye.contracts.Topic;

import org.jspecify.annotations.Nullable;

/** An event that is about to be written, ready as it will be sent. */
record NewEvent(
        UUID id,
        Topic topic,
        String recordKey,
        String type,
        byte[] payload,
        @Nullable String traceparent) {

    /**
     * The lock on the aggregate is taken before the number is drawn, so that within an aggregate the order of numbers is the
     * order of commits, whatever the writer locks or does not lock itself.
     */
    private static final String INSERT = """
            with aggregate as materialized (select pg_advisory_xact_lock(hashtextextended(?, 0)))
            insert into outbox (event_id, lane, bucket, topic, record_key, type, payload, traceparent)
            select ?, ?, ?, ?, ?, ?, ?, ? from aggregate""";

    static NewEvent of(Event event, @Nullable String traceparent) {
        var type = EventJson.typeOf(event.getClass());
        return new NewEvent(
                UUID.randomUUID(), type.topic(), event.recordKey(), type.value(), EventJson.write(event), traceparent);
    }

    /** Writes events of one transaction: aggregates in one order for all writers, each one's events as they were appended. */
    static void write(Connection connection, List<NewEvent> events) throws SQLException {
        try (var insert = connection.prepareStatement(INSERT)) {
            for (var event : events.stream()
                    .sorted(Comparator.comparing(NewEvent::aggregate))
                    .toList()) {
                insert.setString(1, event.aggregate());
                insert.setObject(2, event.id());
                insert.setInt(3, event.topic().lane().ordinal());
                insert.setInt(4, Buckets.of(event.aggregate()));
                insert.setString(5, event.topic().wireName());
                insert.setString(6, event.recordKey());
                insert.setString(7, event.type());
                insert.setBytes(8, event.payload());
                insert.setString(9, event.traceparent());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    String aggregate() {
        return topic.wireName() + "|" + recordKey;
    }
}
