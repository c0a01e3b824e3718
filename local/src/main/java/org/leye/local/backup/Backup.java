package org.leye.local.backup;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.leye.local.Secrets;
import org.leye.local.archive.EngineVersions;
import org.leye.local.kafka.GroupOffset;
import org.leye.local.kafka.GroupOffsets;
import org.leye.local.postgres.PostgresBackup;
import org.leye.local.postgres.PostgresSettings;
import org.leye.local.process.Folders;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A finished backup in a folder: {@code postgres/} (data of all databases), {@code secrets/}, {@code group-offsets.json},
 * {@code manifest.json} and the sums of all of it. Open to its owner only.
 *
 * @param folder of the backup
 */
public record Backup(Path folder) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MANIFEST = "manifest.json";
    private static final String OFFSETS = "group-offsets.json";
    private static final String SECRETS = "secrets";
    private static final String POSTGRES = "postgres";
    private static final long BYTES_TO_SPARE = 1L << 30;

    /**
     * Takes a backup while the suite works on. It is written aside and gets its name when it is whole.
     *
     * <p>It cannot take the suite's lock: a launcher in the foreground holds that for as long as the suite runs.
     *
     * @param postgres settings of the running server
     * @param kafka address of the running node
     * @param secrets folder of the suite's secrets
     * @param target folder to make; must not exist
     * @throws BackupFailure if there is no backup then, also when the data keys were changed meanwhile
     */
    public static Backup take(PostgresSettings postgres, String kafka, Path secrets, Path target) {
        Path folder = target.toAbsolutePath().normalize();
        Path aside = folder.resolveSibling(folder.getFileName() + ".partial");
        if (Files.exists(folder)) {
            throw new BackupFailure(folder + " is there already; a backup wants a folder of its own.");
        }
        try (GroupOffsets offsets = GroupOffsets.at(kafka)) {
            Files.createDirectories(folder.getParent());
            Folders.delete(aside);
            requireSpace(postgres, folder.getParent());
            Files.createDirectory(
                    aside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            // first of all: what is handled while the databases are copied comes again, and the inbox knows it
            JSON.writerWithDefaultPrettyPrinter()
                    .writeValue(aside.resolve(OFFSETS).toFile(), offsets.read());
            Folders.copy(secrets, aside.resolve(SECRETS));
            PostgresBackup.write(postgres, aside.resolve(POSTGRES));
            requireSameDataKeys(aside.resolve(SECRETS), secrets);
            JSON.writeValue(
                    aside.resolve(MANIFEST).toFile(),
                    new Manifest(Manifest.FORMAT, Instant.now().toString(), EngineVersions.postgres()));
            Checksums.write(aside);
            Folders.flush(aside);
            Files.move(aside, folder, StandardCopyOption.ATOMIC_MOVE);
            return new Backup(folder);
        } catch (IOException | SQLException | GroupOffsets.KafkaRefusal problem) {
            Folders.delete(aside);
            throw new BackupFailure("The backup " + folder + " was not made", problem);
        } catch (BackupFailure refusal) {
            Folders.delete(aside);
            throw refusal;
        }
    }

    /**
     * Opens a backup and checks it from end to end.
     *
     * @throws BackupFailure if it is none, is not whole, or was made by another major version of PostgreSQL
     */
    public static Backup open(Path folder) {
        Backup backup = new Backup(folder.toAbsolutePath().normalize());
        if (!Files.isRegularFile(backup.folder.resolve(MANIFEST))) {
            throw new BackupFailure(folder + " holds no backup.");
        }
        try {
            Set<String> differing = Checksums.differing(backup.folder);
            if (!differing.isEmpty()) {
                throw new BackupFailure("The backup %s was changed: %d file(s) are not as they were, the first is %s."
                        .formatted(
                                folder, differing.size(), differing.iterator().next()));
            }
            backup.requireReadable();
            return backup;
        } catch (IOException problem) {
            throw new BackupFailure("The backup " + folder + " cannot be read", problem);
        }
    }

    /** The secrets that belong to the data. */
    public Path secrets() {
        return folder.resolve(SECRETS);
    }

    /** The data of all databases. */
    public Path postgres() {
        return folder.resolve(POSTGRES);
    }

    /** How far each consumer had read before the databases were copied. */
    public Path offsets() {
        return folder.resolve(OFFSETS);
    }

    /** What a file of offsets holds. */
    static List<GroupOffset> readOffsets(Path file) throws IOException {
        return JSON.readValue(file.toFile(), new TypeReference<>() {});
    }

    private void requireReadable() throws IOException {
        Manifest manifest = JSON.readValue(folder.resolve(MANIFEST).toFile(), Manifest.class);
        if (manifest.format() != Manifest.FORMAT) {
            throw new BackupFailure("The backup has format %d, this ./leye reads format %d."
                    .formatted(manifest.format(), Manifest.FORMAT));
        }
        String here = new Manifest(Manifest.FORMAT, "", EngineVersions.postgres()).postgresMajor();
        if (!manifest.postgresMajor().equals(here)) {
            throw new BackupFailure("The backup holds data of PostgreSQL %s, this is PostgreSQL %s."
                    .formatted(manifest.postgresMajor(), here));
        }
    }

    /** The copied data may hold values under a key that was made after the secrets were copied. */
    private static void requireSameDataKeys(Path copied, Path secrets) throws IOException {
        String keys = Secrets.DATA_KEYS;
        if (Files.mismatch(copied.resolve(keys), secrets.resolve(keys)) >= 0) {
            throw new BackupFailure("The data keys were changed while the data were copied; take the backup again.");
        }
    }

    private static void requireSpace(PostgresSettings postgres, Path parent) throws IOException, SQLException {
        FileStore disk = Files.getFileStore(parent);
        long needed = PostgresBackup.bytes(postgres) + BYTES_TO_SPARE;
        if (disk.getUsableSpace() < needed) {
            throw new BackupFailure("Only %d MiB are free on the disk of %s; %d MiB are needed."
                    .formatted(disk.getUsableSpace() >> 20, parent, needed >> 20));
        }
    }
}
