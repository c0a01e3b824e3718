package org.leye.notes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.leye.platform.audit.AuditTrail;

import org.junit.jupiter.api.Test;

/** A trail that an earlier release wrote is cut into months with all its rows, and that release may go on writing. */
@NotesTest
class AuditUpgradeTest {

    private static final String INSERT_OF_THE_EARLIER_RELEASE = """
            insert into audit_row (actor, consumer, roles, action, subject, purpose, content_hash)
            values ('someone', 'leye-cli', 'COUNTY', 'note.write', 'note_1', null, 'x')""";

    private static final List<String> MIGRATIONS_SINCE = List.of(
            "V202611241050__audit_row_order.sql",
            "V202611241051__audit_row_before_validated.sql",
            "V202611241052__audit_row_in_order.sql",
            "V202611241100__audit_months.sql",
            "V202611241110__audit_batch.sql");

    @Inject
    DataSource database;

    @Test
    void theRowsOfTheEarlierReleaseStayAndItsInsertStillWorks() throws Exception {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                // Given
                execute(connection, "create schema earlier; set local search_path to earlier");
                execute(connection, migration("V202611230120__audit_row.sql"));
                execute(connection, INSERT_OF_THE_EARLIER_RELEASE);
                execute(
                        connection,
                        "insert into audit_row (at, actor, consumer, roles, action, subject, content_hash)"
                                + " values ('2026-11-23 10:00+08', 'a', 'b', 'c', 'd', 'e', 'f')");

                // When
                for (var migration : MIGRATIONS_SINCE) {
                    execute(connection, migration(migration));
                }
                execute(connection, INSERT_OF_THE_EARLIER_RELEASE);

                // Then
                assertEquals("3", text(connection, "select count(*) from audit_row"));
                assertEquals(
                        "1",
                        text(connection, "select count(distinct xid) from audit_row where xid = pg_current_xact_id()"));
                assertEquals(
                        "t",
                        text(
                                connection,
                                "select tableoid::regclass::text ~ '^audit_row_\\d{8}$' from audit_row where actor = 'a'"));
                var refused =
                        assertThrows(SQLException.class, () -> execute(connection, "update audit_row set actor = 'z'"));
                assertTrue(refused.getMessage().contains("never changed"), refused.getMessage());
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private static String migration(String name) throws IOException {
        try (var file = AuditTrail.class.getResourceAsStream("/db/platform/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
