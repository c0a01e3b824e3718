package org.leye.platform.audit;

import java.sql.SQLException;
import javax.sql.DataSource;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/**
 * Chains the rows of finished transactions, every second. One replica at a time: the turn is an advisory lock that its
 * transaction holds, since nothing of the work outlives that transaction; a replica that dies loses the turn with its connection,
 * and the key of the batches' numbers would refuse a second sealer even so.
 */
@ApplicationScoped
public class Sealer {

    private static final int ROWS_IN_BATCH = 1_000;
    /** Retention makes the pieces first. */
    private static final int BEHIND_RETENTION = 2;

    private final DataSource database;
    private final AuditRows rows;
    private final AuditBatches batches;
    private final UnsealedAge age;

    Sealer(DataSource database, AuditRows rows, AuditBatches batches, UnsealedAge age) {
        this.database = database;
        this.rows = rows;
        this.batches = batches;
        this.age = age;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void work() {
        try {
            sealFinished();
            QuarkusTransaction.requiringNew().call(() -> {
                age.look();
                return true;
            });
        } catch (RuntimeException e) {
            age.couldNotLook(e);
        }
        age.alarm();
    }

    /** Seals what can be sealed now, unless another replica is at it, and answers how many rows it were. */
    public int sealFinished() {
        int all = 0;
        int some;
        do {
            some = QuarkusTransaction.requiringNew().call(this::sealBatch);
            all += some;
        } while (some == ROWS_IN_BATCH);
        return all;
    }

    void guardFirstPieces(@Observes @Priority(BEHIND_RETENTION) StartupEvent started) {
        guardPieces();
    }

    /** PostgreSQL does not copy the guard against emptying to new pieces; safe to repeat. */
    @Scheduled(every = "10m", delayed = "10m", concurrentExecution = ConcurrentExecution.SKIP)
    void guardPieces() {
        QuarkusTransaction.requiringNew().call(() -> ask("select audit_row_guard_pieces() is not null"));
    }

    private int sealBatch() throws SQLException {
        if (!isMyTurn()) {
            return 0;
        }
        var newest = batches.newest();
        var last = newest.map(AuditBatch.End::last).orElse(Position.START);
        if (!rows.isOfThisDatabase(last)) {
            throw new IllegalStateException(
                    "transactions are numbered from lower on than the audit chain ends, as after "
                            + "the restore of a dump: new rows would be sealed nowhere");
        }
        var next = rows.finishedBehind(last, ROWS_IN_BATCH);
        if (!next.isEmpty()) {
            batches.append(AuditBatch.seal(newest, next));
        }
        return next.size();
    }

    private boolean isMyTurn() throws SQLException {
        return ask("select pg_try_advisory_xact_lock(hashtextextended('audit sealer', 0))");
    }

    private boolean ask(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            var row = statement.executeQuery(sql);
            return row.next() && row.getBoolean(1);
        }
    }
}
