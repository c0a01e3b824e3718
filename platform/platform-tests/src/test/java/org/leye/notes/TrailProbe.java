package org.leye.notes;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.leye.notes.HttpTest.as;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.contracts.audit.ChainSealed;
import org.leye.platform.audit.AuditTrail;
import org.leye.platform.audit.Sealer;
import org.leye.platform.identity.Actor;
import org.leye.testsupport.Token;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.ValidatableResponse;

/** Writes into the trail, and does to it what the owner of a database can do. */
@ApplicationScoped
class TrailProbe {

    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final String VERIFICATION = "/notes/v1/audit/verification";
    private static final String AUDITOR = Token.officer("AUDITOR", "330282");
    private static final int WHOLE_CHAIN = 2_000;

    private final DataSource database;
    private final AuditTrail trail;
    private final Sealer sealer;

    TrailProbe(DataSource database, AuditTrail trail, Sealer sealer) {
        this.database = database;
        this.trail = trail;
        this.sealer = sealer;
    }

    void write(String subject) {
        QuarkusTransaction.requiringNew().run(() -> writeOutsideATransaction(subject));
    }

    void writeOutsideATransaction(String subject) {
        trail.record(Actor.SYSTEM, "test.write", subject, "TEST", "something");
    }

    /** A transaction that stays open until it is told otherwise. */
    final class OpenTransaction implements AutoCloseable {

        private final Connection connection;

        OpenTransaction() throws SQLException {
            connection = database.getConnection();
            connection.setAutoCommit(false);
        }

        void write(String subject) throws SQLException {
            try (var statement = connection.createStatement()) {
                statement.execute("insert into audit_row (actor, consumer, roles, action, subject, content_hash)"
                        + " values ('x', 'x', 'x', 'x', '" + subject + "', '')");
            }
        }

        void commit() throws SQLException {
            connection.commit();
        }

        @Override
        public void close() throws SQLException {
            connection.rollback();
            connection.setAutoCommit(true);
            connection.close();
        }
    }

    OpenTransaction open() throws SQLException {
        return new OpenTransaction();
    }

    /** The id of a new row in a batch of its own. */
    String sealedRow() {
        var subject = "row-" + UUID.randomUUID();
        write(subject);
        sealer.sealFinished();
        awaitSealed(subject);
        return text("select id::text from audit_row where subject = '" + subject + "'");
    }

    void awaitSealed(String subject) {
        await().atMost(DEADLINE).untilAsserted(() -> {
            long all = number("select count(*) from audit_row where subject = '" + subject + "'");
            assertEquals(Math.max(1, all), sealedRows(subject));
        });
    }

    long sealedRows(String subject) {
        return number("select count(*) from audit_row where subject = '" + subject + "' and (xid, id) <="
                + " (select last_xid, last_id from audit_batch order by number desc limit 1)");
    }

    int batchOf(String row) {
        return (int) number("select number from audit_batch, audit_row where id = '" + row
                + "' and (xid, id) between (first_xid, first_id) and (last_xid, last_id)");
    }

    void keep(String row) {
        change("drop table if exists kept_audit");
        change("create table kept_audit as select * from audit_row where id = '" + row + "'");
    }

    void putBack() {
        change("insert into audit_row select * from kept_audit");
        verify().body("sound", equalTo(true));
    }

    void swapBatches(int one, int other) {
        tamper("update audit_batch set number = 999999999 where number = " + one);
        tamper("update audit_batch set number = " + one + " where number = " + other);
        tamper("update audit_batch set number = " + other + " where number = 999999999");
    }

    /** Changes what the triggers would not let anybody change. */
    void tamper(String sql) {
        for (var table : List.of("audit_row", "audit_batch")) {
            change("alter table " + table + " disable trigger user");
        }
        change(sql);
        for (var table : List.of("audit_row", "audit_batch")) {
            change("alter table " + table + " enable trigger user");
        }
    }

    void change(String sql) {
        try {
            execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    ValidatableResponse verify() {
        return verify(1, WHOLE_CHAIN);
    }

    ValidatableResponse verify(long from, int limit) {
        return as(AUDITOR)
                .queryParam("from", from)
                .queryParam("limit", limit)
                .get(VERIFICATION)
                .then()
                .statusCode(200);
    }

    ValidatableResponse verify(ChainSealed witness) {
        return as(AUDITOR)
                .queryParam("limit", WHOLE_CHAIN)
                .queryParam("witness", witness.batch() + ":" + witness.hash())
                .get(VERIFICATION)
                .then()
                .statusCode(200);
    }

    long number(String sql) {
        return Long.parseLong(text(sql));
    }

    String text(String sql) {
        return texts(sql).getFirst();
    }

    List<String> texts(String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            var texts = new ArrayList<String>();
            var rows = statement.executeQuery(sql);
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
