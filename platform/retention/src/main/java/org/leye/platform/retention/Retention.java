package org.leye.platform.retention;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import org.jboss.logging.Logger;

/**
 * Makes the pieces that will be needed, before anybody writes, and deletes what is past its term. Every step is a short
 * transaction of its own; what could not be done now is done at the next look. Replicas take turns.
 */
@ApplicationScoped
public class Retention {

    private static final Logger LOG = Logger.getLogger(Retention.class);
    /** Before anything of the service writes. */
    private static final int FIRST = 1;

    private static final int BATCH = 5_000;

    private final DataSource database;
    private final List<Retained> stores;

    Retention(DataSource database, @All List<Retained> stores) {
        this.database = database;
        this.stores = stores;
    }

    void prepare(@Observes @Priority(FIRST) StartupEvent started) {
        stores.forEach(this::makePieces);
    }

    /** Does what is due now; safe to repeat. */
    @Scheduled(every = "10m", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void keepTerms() {
        for (var store : stores) {
            try {
                makePieces(store);
                delete(store);
            } catch (RuntimeException e) {
                LOG.warnf("%s keeps what is past its term until the next look: %s", store.table(), e);
            }
        }
    }

    private void makePieces(Retained store) {
        if (store instanceof Retained.Pieces pieces) {
            inTransaction(() -> new PartitionTable(database, pieces).makeAhead());
        }
    }

    private void delete(Retained store) {
        var term = store.term();
        if (term == null) {
            return;
        }
        switch (store) {
            case Retained.Pieces pieces ->
                inTransaction(() -> new PartitionTable(database, pieces).dropOlderThan(term));
            case Retained.Rows rows -> deleteRows(rows, term);
        }
    }

    private void deleteRows(Retained.Rows rows, Duration term) {
        int deleted;
        do {
            deleted = QuarkusTransaction.requiringNew().call(() -> deleteBatch(rows, term));
        } while (deleted == BATCH);
    }

    private int deleteBatch(Retained.Rows rows, Duration term) throws SQLException {
        try (var connection = database.getConnection();
                var delete = connection.prepareStatement("""
                        delete from %1$s where ctid = any (array(
                            select ctid from %1$s where %2$s < clock_timestamp() - make_interval(secs => ?)
                             limit ? for update skip locked))""".formatted(rows.table(), rows.column()))) {
            delete.setDouble(1, term.toSeconds());
            delete.setInt(2, BATCH);
            return delete.executeUpdate();
        }
    }

    private interface Step {
        void run() throws SQLException;
    }

    private static void inTransaction(Step step) {
        QuarkusTransaction.requiringNew().call(() -> {
            step.run();
            return true;
        });
    }
}
