package org.leye.local.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.leye.local.Part;
import org.leye.local.Ports;
import org.leye.local.StartFailure;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresServerTest {

    private PostgresSettings settings;
    private PostgresServer server;

    @BeforeAll
    void start(@TempDir Path folder) {
        settings = PostgresSettings.in(folder.resolve("postgres"), Ports.free().of(Part.POSTGRES), "super's \\ secret");
        server = PostgresServer.start(settings);
        server.createDatabase("subsidy", "subsidy", "sub'sidy \\ secret");
        server.createDatabase("jobmatch", "jobmatch", "jobmatch secret");
    }

    @AfterAll
    void stop() {
        server.stop();
        PostgresServer.delete(settings);
    }

    @Test
    void keepsCommittedRowOverKill() throws SQLException {
        // Given
        execute("CREATE TABLE promise (text varchar)");
        execute("INSERT INTO promise VALUES ('paid')");

        // When
        server.kill();
        server = PostgresServer.start(settings);

        // Then
        assertEquals("paid", ask("SELECT text FROM promise"));
    }

    @Test
    void makesDatabaseOnceAndTakesTheNewPassword() throws SQLException {
        // Given
        server.createDatabase("broker", "broker", "first");
        try (Connection connection = server.connect("broker", "broker", "first");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept (text varchar)");
        }

        // When
        server.createDatabase("broker", "broker", "changed");

        // Then
        assertEquals("28P01", refusal("broker", "broker", "first"));
        try (Connection connection = server.connect("broker", "broker", "changed")) {
            assertEquals("0", ask(connection, "SELECT count(*) FROM kept"));
        }
    }

    @Test
    void isDurableUnlessToldOtherwise() throws SQLException {
        assertEquals("on", ask("SHOW fsync"));
        assertEquals("on", ask("SHOW synchronous_commit"));
        assertEquals("on", ask("SHOW full_page_writes"));
        assertEquals("UTF8", ask("SHOW server_encoding"));
        assertEquals("300", ask("SHOW max_connections"));
    }

    @Test
    void doesNotBeginAnewBesideWhatABrokenOffRestoreHasPutAside() throws Exception {
        // Given
        execute("CREATE TABLE put_aside (text varchar)");
        server.stop();
        DataFolder data = new DataFolder(PostgresPlace.known(settings.folder()));
        Files.move(data.path(), data.replaced());

        // When
        StartFailure refusal = assertThrows(StartFailure.class, () -> PostgresServer.start(settings));

        // Then
        assertTrue(refusal.getMessage().contains("./leye restore"), refusal::getMessage);
        assertFalse(Files.exists(data.path()));
        Files.move(data.replaced(), data.path());
        server = PostgresServer.start(settings);
        assertEquals("0", ask("SELECT count(*) FROM put_aside"));
    }

    @Test
    void leavesNothingOfATemporaryServer() throws SQLException {
        // Given
        PostgresSettings temporary = PostgresSettings.temporary(Ports.free().of(Part.POSTGRES), "test only");
        PostgresServer other = PostgresServer.start(temporary);
        try (Connection connection = other.connect("postgres", "postgres", "test only")) {
            assertEquals("off", ask(connection, "SHOW fsync"));
        }

        // When
        other.discard();

        // Then
        assertFalse(Files.exists(temporary.folder()));
        assertFalse(other.process().alive());
    }

    @Test
    void closesDatabasesToOtherRolesAndToWrongPasswords() {
        assertEquals("42501", refusal("jobmatch", "subsidy", "sub'sidy \\ secret"));
        assertEquals("42501", refusal("postgres", "subsidy", "sub'sidy \\ secret"));
        assertEquals("28P01", refusal("subsidy", "subsidy", "guess"));
    }

    private String refusal(String database, String user, String password) {
        SQLException refusal = assertThrows(SQLException.class, () -> server.connect(database, user, password)
                .close());
        return refusal.getSQLState();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = server.connect("subsidy", "subsidy", "sub'sidy \\ secret");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String ask(String sql) throws SQLException {
        try (Connection connection = server.connect("subsidy", "subsidy", "sub'sidy \\ secret")) {
            return ask(connection, sql);
        }
    }

    private static String ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
