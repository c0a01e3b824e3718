package org.leye.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

import org.leye.local.Part;
import org.leye.local.Ports;
import org.leye.local.ProjectFolder;
import org.leye.local.StateFolder;
import org.leye.local.postgres.PostgresServer;
import org.leye.local.process.Folders;
import org.leye.local.process.LastDuty;
import org.leye.local.suite.Suite;
import org.leye.local.suite.SuiteListener;
import org.leye.local.suite.SuiteSettings;

/** A suite of a measure's own, on ports and in folders of its own. Whatever happens, it ends with the measure and leaves nothing. */
final class OwnSuite implements AutoCloseable {

    private final Suite suite;
    private final StateFolder state;
    private final Path scratch;
    private final LastDuty duty;

    private OwnSuite(EnumSet<Part> parts) {
        var project = ProjectFolder.find();
        this.state = new StateFolder(temporaryFolder());
        this.scratch = temporaryFolder();
        this.suite = Suite.of(SuiteSettings.of(project, state, Ports.free())
                .unpackedIn(project.path().resolve("bench/target/parts"))
                .only(parts));
        this.duty = LastDuty.of(this::discard);
    }

    /** All parts, not started yet. */
    static OwnSuite ofAllParts() {
        return new OwnSuite(EnumSet.allOf(Part.class));
    }

    /** These parts, started and ready. */
    static OwnSuite started(Part first, Part... others) {
        var own = new OwnSuite(EnumSet.of(first, others));
        own.suite.start(SuiteListener.SILENT);
        return own;
    }

    Suite suite() {
        return suite;
    }

    Ports ports() {
        return suite.ports();
    }

    /** Root address of a part, without a slash. */
    String url(Part part) {
        return suite.url(part).toString();
    }

    String token(String role) {
        return suite.tokens().token(role);
    }

    long pid(Part part) {
        return suite.process(part).orElseThrow().pid();
    }

    /** A folder for files of the measure. */
    Path scratch() {
        return scratch;
    }

    String superuserPassword() {
        return state.secrets().postgresSuperuser();
    }

    /** A session in the database of a part that may do everything. */
    Connection database(Part owner) throws SQLException {
        return connect(owner.label());
    }

    /** Whatever is written must outlive a power cut: a figure with fsync off would be no figure of ours. */
    void tellDurability(Map<String, String> figures) {
        try (var connection = connect("postgres");
                var statement = connection.createStatement()) {
            for (var setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                var row = statement.executeQuery("show " + setting);
                row.next();
                figures.put(setting, row.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the settings of PostgreSQL could not be read", e);
        }
    }

    @Override
    public void close() {
        duty.close();
    }

    private void discard() {
        suite.discard();
        Folders.delete(scratch);
    }

    private Connection connect(String database) throws SQLException {
        var url = PostgresServer.jdbcUrl(ports().of(Part.POSTGRES), database);
        return DriverManager.getConnection(url, PostgresServer.SUPERUSER, superuserPassword());
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("leye-bench");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
