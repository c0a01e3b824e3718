package org.leye.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.leye.local.StartFailure;

/**
 * How one PostgreSQL server is started.
 *
 * @param folder its binaries and data; may point elsewhere when the unprivileged user cannot reach it
 * @param port on 127.0.0.1
 * @param superuserPassword of the role postgres, fixed when the data folder is made
 * @param durable false loses committed work in a crash of the machine: for tests only
 * @param maxConnections covers all pools of two replicas of everything
 * @param log stdout and stderr of the server
 * @param pidFile remembers the process
 */
public record PostgresSettings(
        Path folder, int port, String superuserPassword, boolean durable, int maxConnections, Path log, Path pidFile) {

    private static final int CONNECTIONS = 300;

    public PostgresSettings {
        folder = folder.toAbsolutePath().normalize();
    }

    /** A durable server that keeps everything in one folder. */
    public static PostgresSettings in(Path folder, int port, String superuserPassword) {
        return new PostgresSettings(
                folder,
                port,
                superuserPassword,
                true,
                CONNECTIONS,
                folder.resolve("postgres.log"),
                folder.resolve("postgres.pid"));
    }

    /**
     * A server for one test run, not durable, in a new folder among the temporary files; {@link PostgresServer#discard()}
     * removes it. The folder is open to the server's own user, which JUnit's temporary folders are not when root runs them.
     */
    public static PostgresSettings temporary(int port, String superuserPassword) {
        try {
            Path folder = Files.createTempDirectory(
                    "leye-postgres-",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x")));
            return in(folder, port, superuserPassword).notDurable();
        } catch (IOException problem) {
            throw new StartFailure("No temporary folder for PostgreSQL", problem);
        }
    }

    /** The same with fsync, synchronous_commit and full_page_writes off: for tests only. */
    public PostgresSettings notDurable() {
        return new PostgresSettings(folder, port, superuserPassword, false, maxConnections, log, pidFile);
    }

    /** The same with log and pid file elsewhere. */
    public PostgresSettings recordedIn(Path log, Path pidFile) {
        return new PostgresSettings(folder, port, superuserPassword, durable, maxConnections, log, pidFile);
    }
}
