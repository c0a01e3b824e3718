package org.leye.local.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.stream.Stream;

import org.leye.local.Part;
import org.leye.local.StateFolder;
import org.leye.local.kafka.GroupOffsets;
import org.leye.local.postgres.PostgresBackup;
import org.leye.local.process.Folders;

/** The way back from a backup into the state folder of a suite that does not run. */
public final class Restore {

    /** How the services get the events that their restored databases do not know. */
    public enum Events {
        /** Kafka's data are here: the next start sets all consumers back to where the backup saw them. */
        COME_AGAIN,
        /** Kafka's data are lost as well: when all is up, each service must be told to republish. */
        MUST_BE_REPUBLISHED
    }

    private static final String NOTE = "restored-offsets.json";

    private final StateFolder state;

    /** A restore into this state folder. */
    public Restore(StateFolder state) {
        this.state = state;
    }

    /**
     * Puts secrets and data back; the next start replays what the copy needs.
     *
     * @param replace whether data that are there may be put aside
     * @throws BackupFailure if data are there and may not be replaced, or if the secrets here are those of another suite
     */
    public Events from(Backup backup, boolean replace) {
        if (!replace && PostgresBackup.hasData(state.engine(Part.POSTGRES))) {
            throw new BackupFailure(
                    "There are data already; --force replaces them, ./leye down --purge deletes the whole suite.");
        }
        state.create();
        try {
            putSecretsBack(backup);
            Events events = prepareEvents(backup);
            PostgresBackup.putBack(state.engine(Part.POSTGRES), backup.postgres());
            return events;
        } catch (IOException problem) {
            throw new BackupFailure("The backup cannot be put back", problem);
        }
    }

    /** Sets consumers back if a restore left a note to do so; called between Kafka and the services. */
    public static void applyNote(StateFolder state, String kafka) {
        Path note = note(state);
        if (!Files.exists(note)) {
            return;
        }
        try (GroupOffsets offsets = GroupOffsets.at(kafka)) {
            offsets.restore(Backup.readOffsets(note));
            Files.delete(note);
        } catch (IOException | GroupOffsets.KafkaRefusal problem) {
            throw new BackupFailure("The consumers cannot be set back to the restored backup", problem);
        }
    }

    /** The file that the next start finds. */
    public static Path note(StateFolder state) {
        return state.path().resolve(NOTE);
    }

    private Events prepareEvents(Backup backup) throws IOException {
        if (!Files.isDirectory(state.engine(Part.KAFKA).resolve("logs"))) {
            Files.deleteIfExists(note(state));
            return Events.MUST_BE_REPUBLISHED;
        }
        Path aside = note(state).resolveSibling(NOTE + ".new");
        Files.copy(backup.offsets(), aside, StandardCopyOption.REPLACE_EXISTING);
        Files.move(aside, note(state), StandardCopyOption.ATOMIC_MOVE);
        return Events.COME_AGAIN;
    }

    /** Secrets that are here stay if they are the same; under others the data could be neither opened nor read. */
    private void putSecretsBack(Backup backup) throws IOException {
        Path here = state.secretsFolder();
        if (Files.isDirectory(here)) {
            requireSame(backup.secrets(), here);
            return;
        }
        Path aside = here.resolveSibling("secrets.new");
        Folders.delete(aside);
        Folders.copy(backup.secrets(), aside);
        closeToOthers(aside);
        Folders.flush(aside);
        Files.move(aside, here, StandardCopyOption.ATOMIC_MOVE);
    }

    /** On its way here a backup may have lost its modes: through a disk or an archive that knows none. */
    private static void closeToOthers(Path secrets) throws IOException {
        Files.setPosixFilePermissions(secrets, PosixFilePermissions.fromString("rwx------"));
        try (Stream<Path> files = Files.list(secrets)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
        }
    }

    private static void requireSame(Path backup, Path here) throws IOException {
        try (Stream<Path> files = Files.list(backup)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path other = here.resolve(file.getFileName().toString());
                if (!Files.exists(other) || !Arrays.equals(Files.readAllBytes(file), Files.readAllBytes(other))) {
                    throw new BackupFailure("The secrets here belong to another suite than the backup;"
                            + " ./leye down --purge deletes that one.");
                }
            }
        }
    }
}
