package org.leye.local.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;

import org.leye.local.Part;
import org.leye.local.postgres.PostgresServer;
import org.leye.local.suite.Suite;

import org.postgresql.ds.PGSimpleDataSource;

/** Accounts between which money moves: whatever moment a copy shows, their sum is zero and each agrees with its transfers. */
final class Transfers {

    private static final int ACCOUNTS = 200;

    private final Suite suite;

    Transfers(Suite suite) {
        this.suite = suite;
    }

    void prepare() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS account, transfer");
            statement.execute("CREATE TABLE account (id int PRIMARY KEY, balance bigint NOT NULL DEFAULT 0)");
            statement.execute("INSERT INTO account SELECT generate_series(0, %d)".formatted(ACCOUNTS - 1));
            statement.execute("CREATE TABLE transfer (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,"
                    + " source int NOT NULL, target int NOT NULL, amount bigint NOT NULL, note text NOT NULL)");
            statement.execute("CREATE INDEX ON transfer (note)");
        }
    }

    /** Moves money from several sessions until told otherwise; answers when it ended. */
    Runnable keepMoving() {
        ExecutorService threads = Executors.newFixedThreadPool(3);
        Callable<Void> mover = () -> {
            try (Connection connection = connect()) {
                while (!Thread.currentThread().isInterrupted()) {
                    move(connection);
                }
            }
            return null;
        };
        var running = java.util.List.of(threads.submit(mover), threads.submit(mover), threads.submit(mover));
        return () -> {
            threads.shutdownNow();
            running.forEach(Transfers::join);
        };
    }

    long count() throws SQLException {
        return ask("SELECT count(*) FROM transfer");
    }

    /** Transfers found by the index of their notes. */
    long countByIndex() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SET enable_seqscan = off");
            try (ResultSet rows =
                    statement.executeQuery("SELECT count(*) FROM (SELECT note FROM transfer ORDER BY note)")) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    /** Accounts whose balance is not what their transfers say. */
    long disagreeing() throws SQLException {
        return ask("""
                SELECT count(*) FROM account a WHERE balance <>
                  (SELECT coalesce(sum(amount), 0) FROM transfer WHERE target = a.id)
                  - (SELECT coalesce(sum(amount), 0) FROM transfer WHERE source = a.id)""");
    }

    long sum() throws SQLException {
        return ask("SELECT sum(balance) FROM account");
    }

    private static void move(Connection connection) throws SQLException {
        int source = ThreadLocalRandom.current().nextInt(ACCOUNTS - 1);
        int target = ThreadLocalRandom.current().nextInt(source + 1, ACCOUNTS);
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            // the lower one first: two movers never wait for each other
            statement.addBatch("UPDATE account SET balance = balance - 7 WHERE id = " + source);
            statement.addBatch("UPDATE account SET balance = balance + 7 WHERE id = " + target);
            statement.addBatch(
                    "INSERT INTO transfer (source, target, amount, note) VALUES (%d, %d, 7, repeat(md5('%d'), 8))"
                            .formatted(source, target, source * 1000L + target));
            statement.executeBatch();
        }
        connection.commit();
    }

    private static void join(Future<?> mover) {
        try {
            mover.get();
        } catch (java.util.concurrent.ExecutionException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private long ask(String query) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private Connection connect() throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(PostgresServer.jdbcUrl(suite.ports().of(Part.POSTGRES), "subsidy"));
        source.setUser("subsidy");
        source.setPassword(suite.settings().state().secrets().databasePassword(Part.SUBSIDY));
        return source.getConnection();
    }
}
