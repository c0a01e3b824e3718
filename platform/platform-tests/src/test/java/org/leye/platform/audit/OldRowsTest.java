package org.leye.platform.audit;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

import org.leye.local.Part;
import org.leye.local.Ports;
import org.leye.local.postgres.PostgresServer;
import org.leye.local.postgres.PostgresSettings;
import org.leye.local.process.LastDuty;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** What was written before there was a chain is sealed late and is no forgery. */
class OldRowsTest {

    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final String NAME = "oldrows";
    /** Of its own, without the other parts: the trail needs no more. */
    private static final PostgresSettings POSTGRES =
            PostgresSettings.temporary(Ports.free().of(Part.POSTGRES), NAME);

    private static final LastDuty CLEAN_UP = LastDuty.of(() -> PostgresServer.discard(POSTGRES));
    private static final PGSimpleDataSource DATABASE = new PGSimpleDataSource();
    /** More than one batch holds. */
    private static final int OLD_ROWS = 1_500;

    @BeforeAll
    static void start() {
        var postgres = PostgresServer.start(POSTGRES);
        postgres.createDatabase(NAME, NAME, NAME);
        DATABASE.setUrl(postgres.jdbcUrl(NAME));
        DATABASE.setUser(NAME);
        DATABASE.setPassword(NAME);
    }

    @AfterAll
    static void stop() {
        CLEAN_UP.close();
    }

    @Test
    void oldRowsAreSoundInEveryBatchAndARowThatIsDatedBackLaterIsNot() throws SQLException {
        // Given rows of the release before, older than its successor
        var schema = Flyway.configure().dataSource(DATABASE).locations("db/platform");
        schema.target("202611230140").load().migrate();
        write(OLD_ROWS, "timestamptz '2026-01-01 08:00+08'");
        schema.target("latest").load().migrate();

        // When
        seal();
        write(1, "clock_timestamp()");
        seal();

        // Then
        assertEquals(List.of(), verify(1).broken());
        assertEquals(List.of(), verify(2).broken());
        assertEquals(3, verify(1).batches());

        // When
        write(1, "timestamptz '2026-01-01 08:00+08'");
        seal();

        // Then
        assertEquals(
                List.of(BrokenPlace.Kind.ROW_MISDATED),
                verify(1).broken().stream().map(BrokenPlace::kind).toList());
    }

    private static void write(int rows, String at) throws SQLException {
        try (var connection = DATABASE.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "insert into audit_row (at, actor, consumer, roles, action, subject, content_hash) select " + at
                            + ", 'x', 'x', 'x', 'x', 'x', '' from generate_series(1, " + rows + ")");
        }
    }

    /** Until nothing is left: another transaction of the server may hold a row back for a moment. */
    private static void seal() {
        await().atMost(DEADLINE).until(() -> {
            sealFinished();
            return number("select count(*) from audit_row") == number("select sum(row_count) from audit_batch");
        });
    }

    private static void sealFinished() throws SQLException {
        var rows = new AuditRows(DATABASE);
        var batches = new AuditBatches(DATABASE);
        boolean more = true;
        while (more) {
            var newest = batches.newest();
            var next = rows.finishedBehind(newest.map(AuditBatch.End::last).orElse(Position.START), 1_000);
            more = !next.isEmpty();
            if (more) {
                batches.append(AuditBatch.seal(newest, next));
            }
        }
    }

    private static long number(String sql) throws SQLException {
        try (var connection = DATABASE.getConnection();
                var statement = connection.createStatement()) {
            var row = statement.executeQuery(sql);
            row.next();
            return row.getLong(1);
        }
    }

    private static VerificationView verify(long from) {
        var rows = new AuditRows(DATABASE);
        var batches = new AuditBatches(DATABASE);
        var age = new UnsealedAge(rows, batches, new SimpleMeterRegistry());
        return new Verification(rows, batches, age).verify(from, 100, null);
    }
}
