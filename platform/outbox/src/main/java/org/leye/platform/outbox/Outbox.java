package org.leye.platform.outbox;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

import org.leye.contracts.Event;
import org.leye.platform.http.Trace;
import org.leye.platform.outbox.relay.WakeUp;

/**
 * Where a change says what happened. The event lies in the same transaction as the change: both are there, or neither is. It is
 * written when the transaction ends, together with the others of that transaction and in one order for all writers, so that two
 * writers never wait for each other (docs/adr/0010). Throws IllegalStateException outside a transaction.
 */
@ApplicationScoped
public class Outbox {

    /** Under this key a transaction keeps its events until it ends. */
    private static final Object APPENDED = new Object();

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
        appended().add(NewEvent.of(event, Trace.parent()));
    }

    private List<NewEvent> appended() {
        if (transaction.getResource(APPENDED) instanceof EndOfTransaction end) {
            return end.events;
        }
        var end = new EndOfTransaction();
        transaction.putResource(APPENDED, end);
        transaction.registerInterposedSynchronization(end);
        return end.events;
    }

    private final class EndOfTransaction implements Synchronization {

        private final List<NewEvent> events = new ArrayList<>();

        @Override
        public void beforeCompletion() {
            // What others append from here on is written by an end of its own.
            transaction.putResource(APPENDED, null);
            try (var connection = database.getConnection()) {
                NewEvent.write(connection, events);
            } catch (SQLException e) {
                throw new IllegalStateException("events could not be appended", e);
            }
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                events.stream().map(event -> event.topic().lane()).distinct().forEach(wakeUp::ring);
            }
        }
    }
}
