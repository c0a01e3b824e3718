package org.leye.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.leye.local.process.Folders;

/**
 * A copy of a whole running server, all databases at one moment, by the backup functions that PostgreSQL offers over SQL
 * (pg_basebackup is not among our binaries). Work goes on meanwhile.
 */
public final class PostgresBackup {

    private PostgresBackup() {}

    /** Bytes that a copy takes, roughly. */
    public static long bytes(PostgresSettings settings) throws SQLException {
        try (Connection session = PostgresServer.connectAsSuperuser(settings)) {
            return number(session, "SELECT sum(pg_database_size(oid)) FROM pg_database");
        }
    }

    /**
     * Writes a copy of the data folder that starts like a server after a power cut at the moment the copy ended.
     *
     * @param target is made; half a copy stays there when this fails
     */
    public static void write(PostgresSettings settings, Path target) throws IOException, SQLException {
        Path data = new DataFolder(PostgresPlace.known(settings.folder())).path();
        try (Connection session = PostgresServer.connectAsSuperuser(settings)) {
            // keeps the log of the meantime; goes with the session, as the backup itself does
            ask(session, "SELECT pg_create_physical_replication_slot('leye_backup_' || pg_backend_pid(), true, true)");
            long start = number(session, "SELECT pg_wal_lsn_diff(pg_backup_start('leye', fast => true), '0/0')");
            LiveDataCopy.copy(data, target);
            long stop = end(session, target);
            long timeline = number(session, "SELECT timeline_id FROM pg_control_checkpoint()");
            long segment = number(session, "SELECT setting FROM pg_settings WHERE name = 'wal_segment_size'");
            for (String log : new WalRange(timeline, start, stop, segment).fileNames()) {
                Files.copy(
                        data.resolve("pg_wal").resolve(log),
                        target.resolve("pg_wal").resolve(log));
            }
        }
    }

    /** Whether the server's folder holds data that {@link #putBack} would replace. */
    public static boolean hasData(Path folder) {
        return Files.exists(new DataFolder(PostgresPlace.known(folder)).path());
    }

    /**
     * Makes a copy the data of a server that does not run. What was there is kept beside it as {@code data.replaced}
     * until the next time.
     *
     * @param folder of the server: its binaries and data
     */
    public static void putBack(Path folder, Path copy) throws IOException {
        PostgresPlace place = PostgresPlace.choose(folder);
        DataFolder here = new DataFolder(place);
        Path data = here.path();
        Path aside = here.restored();
        Path replaced = here.replaced();
        Folders.delete(aside);
        Folders.copy(copy, aside);
        Files.setPosixFilePermissions(aside, PosixFilePermissions.fromString("rwx------"));
        place.giveToOwner(aside);
        Folders.flush(aside);
        if (Files.exists(data)) {
            Folders.delete(replaced);
            Files.move(data, replaced, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(aside, data, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Ends the backup; answers the position up to which the log is needed. */
    private static long end(Connection session, Path target) throws IOException, SQLException {
        try (Statement statement = session.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_wal_lsn_diff(lsn, '0/0'), labelfile, spcmapfile"
                        + " FROM pg_backup_stop(wait_for_archive => false)")) {
            row.next();
            // without it the server would start from the wrong place and believe the files as they are
            Files.writeString(target.resolve("backup_label"), row.getString(2));
            String tablespaces = row.getString(3);
            if (tablespaces != null && !tablespaces.isBlank()) {
                throw new IOException("tablespaces outside the data folder are not supported");
            }
            return row.getLong(1);
        }
    }

    private static long number(Connection session, String query) throws SQLException {
        return Long.parseLong(ask(session, query));
    }

    private static String ask(Connection session, String query) throws SQLException {
        try (Statement statement = session.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
