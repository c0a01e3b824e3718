package org.leye.local.postgres;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.leye.local.StartFailure;
import org.leye.local.process.ChildProcess;
import org.leye.local.process.Launch;
import org.leye.local.process.LogFile;
import org.leye.local.process.Pause;
import org.leye.local.process.StopSignal;

import org.postgresql.ds.PGSimpleDataSource;

/** A running PostgreSQL server on 127.0.0.1. */
public final class PostgresServer {

    /** The role that may do everything; services never get its password. */
    public static final String SUPERUSER = "postgres";

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final Duration ORPHANS_LIMIT = Duration.ofSeconds(10);

    private final PostgresSettings settings;
    private final ChildProcess process;

    private PostgresServer(PostgresSettings settings, ChildProcess process) {
        this.settings = settings;
        this.process = process;
    }

    /**
     * Starts the server; the first time this unpacks the binaries and makes the data folder.
     *
     * @throws StartFailure in one line, with the end of the log
     */
    public static PostgresServer start(PostgresSettings settings) {
        PostgresPlace place = PostgresPlace.choose(settings.folder());
        PostgresBinaries binaries = PostgresBinaries.in(place);
        DataFolder data = new DataFolder(place);
        data.initialise(binaries, settings);
        long deadline = System.nanoTime() + ORPHANS_LIMIT.toNanos();
        while (true) {
            data.forgetDeadPostmaster();
            try {
                return launch(settings, place, binaries, data);
            } catch (StartFailure failure) {
                // children of a killed postmaster take a moment to notice and to let go of its shared memory
                boolean orphansLeave = new LogFile(settings.log()).contains("shared memory block");
                if (!orphansLeave || System.nanoTime() > deadline) {
                    throw failure;
                }
                Pause.of(Duration.ofMillis(200));
            }
        }
    }

    /** Removes the binaries and the data of a stopped server, wherever they were put. */
    public static void delete(PostgresSettings settings) {
        PostgresPlace.delete(settings.folder());
    }

    /** How a process that was started with these settings is asked to end. */
    public static final StopSignal STOP_SIGNAL = StopSignal.INT;

    /**
     * Makes a database, the role that owns it and nobody else's way into it; what is there already stays.
     *
     * @param role gets this password even if it exists, and no right outside its database
     */
    public void createDatabase(String database, String role, String password) {
        try (Connection connection = connect("postgres", SUPERUSER, settings.superuserPassword())) {
            new DatabaseSetup(connection).ensure(database, role, password);
        } catch (SQLException problem) {
            throw new StartFailure("The database " + database + " cannot be made", problem);
        }
    }

    /** A connection for tests and tools; services have their own pools. */
    public Connection connect(String database, String user, String password) throws SQLException {
        return connect(settings.port(), database, user, password);
    }

    /** A session that may do everything on the server that these settings describe. */
    static Connection connectAsSuperuser(PostgresSettings settings) throws SQLException {
        return connect(settings.port(), "postgres", SUPERUSER, settings.superuserPassword());
    }

    private static Connection connect(int port, String database, String user, String password) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(jdbcUrl(port, database));
        source.setUser(user);
        source.setPassword(password);
        source.setConnectTimeout(5);
        return source.getConnection();
    }

    /** Address of a database for JDBC. */
    public String jdbcUrl(String database) {
        return jdbcUrl(settings.port(), database);
    }

    /** Address of a database of the server on this port of this machine. */
    public static String jdbcUrl(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    public String host() {
        return "127.0.0.1";
    }

    public int port() {
        return settings.port();
    }

    public String superuserPassword() {
        return settings.superuserPassword();
    }

    public long pid() {
        return process.pid();
    }

    public ChildProcess process() {
        return process;
    }

    /** Ends the server cleanly; open sessions are cut. */
    public void stop() {
        process.stop(STOP_LIMIT);
    }

    /** Ends the server and removes its binaries and data: for tests. */
    public void discard() {
        discard(settings);
    }

    /** Ends the server that these settings describe, if it runs, and removes its binaries and data: for tests. */
    public static void discard(PostgresSettings settings) {
        ChildProcess.attach("postgres", settings.pidFile(), settings.log(), STOP_SIGNAL)
                // a killed one leaves its shared memory to the machine
                .ifPresent(process -> process.stop(STOP_LIMIT));
        delete(settings);
    }

    /** Ends the server as a power cut would. */
    public void kill() {
        process.kill();
    }

    private static PostgresServer launch(
            PostgresSettings settings, PostgresPlace place, PostgresBinaries binaries, DataFolder data) {
        ChildProcess process = ChildProcess.start(new Launch(
                "postgres",
                place.asOwner(command(settings, binaries, data)),
                Map.of("LC_ALL", "C", "TZ", "UTC"),
                Path.of("/"),
                settings.log(),
                settings.pidFile(),
                STOP_SIGNAL));
        PostgresServer server = new PostgresServer(settings, process);
        process.awaitReady(START_LIMIT, server::answers);
        return server;
    }

    private static List<String> command(PostgresSettings settings, PostgresBinaries binaries, DataFolder data) {
        String promise = settings.durable() ? "on" : "off";
        List<String> command = new ArrayList<>(
                List.of(binaries.program("postgres"), "-D", data.path().toString()));
        Map.of(
                        "listen_addresses",
                        "127.0.0.1",
                        "port",
                        Integer.toString(settings.port()),
                        // no socket file: its path has a limit of 107 bytes and nobody needs it
                        "unix_socket_directories",
                        "",
                        "max_connections",
                        Integer.toString(settings.maxConnections()),
                        "fsync",
                        promise,
                        "synchronous_commit",
                        promise,
                        "full_page_writes",
                        promise,
                        "timezone",
                        "UTC",
                        "log_timezone",
                        "UTC")
                .forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return command;
    }

    private boolean answers() {
        try (Connection connection = connect("postgres", SUPERUSER, settings.superuserPassword())) {
            return connection.isValid(5);
        } catch (SQLException notYet) {
            if ("28P01".equals(notYet.getSQLState())) {
                throw new StartFailure("PostgreSQL refuses the superuser's password: the data in " + settings.folder()
                        + " were made with other secrets.");
            }
            return false;
        }
    }
}
