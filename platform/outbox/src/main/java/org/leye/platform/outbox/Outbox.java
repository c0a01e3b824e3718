package org.leye.platform.outbox;

import java.sql.SQLException;
import java.util.UUID;
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
        if (transaction.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("an event is appended inside the transaction of its change");
        }
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
