package org.leye.platform.outbox;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

import org.leye.contracts.Event;
import org.leye.platform.outbox.relay.WakeUp;

/**
 * Where a change says what happened. The event lies in the same transaction as the change: both are there, or neither is.
 * Throws IllegalStateException outside a transaction.
 */
@ApplicationScoped
public class Outbox {

    /**
     * The lock on the aggregate is taken before the number is drawn, so that within an aggregate the order of numbers is the
     * order of commits, whatever the writer locks or does not lock itself.
     */
    private static final String APPEND = """
            with aggregate as materialized (select pg_advisory_xact_lock(hashtextextended(?, 0)))
            insert into outbox (event_id, lane, bucket, topic, record_key, type, payload)
            select ?, ?, ?, ?, ?, ?, ? from aggregate""";

    /** In one order, so that two batches never wait for each other. */
    private static final String LOCK_ALL = """
            select count(pg_advisory_xact_lock(hashtextextended(aggregate, 0)))
              from (select distinct aggregate from unnest(?) as told (aggregate) order by aggregate offset 0) sorted""";

    private static final String APPEND_ALL = """
            insert into outbox (event_id, lane, bucket, topic, record_key, type, payload)
            select gen_random_uuid(), lane, bucket, topic, record_key, type, payload
              from unnest(?, ?, ?, ?, ?, ?) as told (lane, bucket, topic, record_key, type, payload)""";

    private final DataSource database;
    private final TransactionSynchronizationRegistry transaction;
    private final WakeUp wakeUp;

    Outbox(DataSource database, TransactionSynchronizationRegistry transaction, WakeUp wakeUp) {
        this.database = database;
        this.transaction = transaction;
        this.wakeUp = wakeUp;
    }

    /** Appends the event to the change that is going on. */
    public void append(Event event) {
        requireTransaction();
        var type = EventJson.typeOf(event.getClass());
        var topic = type.topic();
        var aggregate = topic.wireName() + "|" + event.recordKey();
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(APPEND)) {
            insert.setString(1, aggregate);
            insert.setObject(2, UUID.randomUUID());
            insert.setInt(3, topic.lane().ordinal());
            insert.setInt(4, Buckets.of(aggregate));
            insert.setString(5, topic.wireName());
            insert.setString(6, event.recordKey());
            insert.setString(7, type.value());
            insert.setBytes(8, EventJson.write(event));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("an event could not be appended", e);
        }
        transaction.registerInterposedSynchronization(new AfterCommit(() -> wakeUp.ring(topic.lane())));
    }

    /** The same for many at once, in two statements; those of an aggregate keep their order. */
    public void appendAll(List<? extends Event> events) {
        requireTransaction();
        if (events.isEmpty()) {
            return;
        }
        var types =
                events.stream().map(event -> EventJson.typeOf(event.getClass())).toList();
        var aggregates = new String[events.size()];
        Arrays.setAll(
                aggregates,
                i -> types.get(i).topic().wireName() + "|" + events.get(i).recordKey());
        try (var connection = database.getConnection();
                var lock = connection.prepareStatement(LOCK_ALL);
                var insert = connection.prepareStatement(APPEND_ALL)) {
            lock.setArray(1, connection.createArrayOf("text", aggregates));
            lock.execute();
            insert.setArray(
                    1,
                    array(connection, "int2", types, type -> type.topic().lane().ordinal()));
            insert.setArray(2, array(connection, "int2", List.of(aggregates), Buckets::of));
            insert.setArray(
                    3, array(connection, "text", types, type -> type.topic().wireName()));
            insert.setArray(4, array(connection, "text", events, Event::recordKey));
            insert.setArray(5, array(connection, "text", types, type -> type.value()));
            insert.setArray(
                    6,
                    connection.createArrayOf(
                            "bytea", events.stream().map(EventJson::write).toArray(byte[][]::new)));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("events could not be appended", e);
        }
        types.stream()
                .map(type -> type.topic().lane())
                .distinct()
                .forEach(lane ->
                        transaction.registerInterposedSynchronization(new AfterCommit(() -> wakeUp.ring(lane))));
    }

    private static <T> Array array(Connection connection, String type, List<T> values, Function<? super T, ?> value)
            throws SQLException {
        return connection.createArrayOf(type, values.stream().map(value).toArray());
    }

    private void requireTransaction() {
        if (transaction.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("an event is appended inside the transaction of its change");
        }
    }

    private record AfterCommit(Runnable action) implements Synchronization {

        @Override
        public void beforeCompletion() {
            // nothing to do before the commit
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                action.run();
            }
        }
    }
}
