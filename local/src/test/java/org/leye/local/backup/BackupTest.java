package org.leye.local.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;

import org.leye.local.Part;
import org.leye.local.Ports;
import org.leye.local.ProjectFolder;
import org.leye.local.Secrets;
import org.leye.local.StartFailure;
import org.leye.local.StateFolder;
import org.leye.local.process.Command;
import org.leye.local.process.LastDuty;
import org.leye.local.suite.Suite;
import org.leye.local.suite.SuiteListener;
import org.leye.local.suite.SuiteSettings;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL and Kafka alone: what the services keep in them is not the matter here. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackupTest {

    private StateFolder state;
    private Suite suite;
    private LastDuty cleanUp;

    @TempDir
    private Path folder;

    @BeforeAll
    void describe(@TempDir Path home) {
        state = new StateFolder(home.resolve("state"));
        suite = Suite.of(SuiteSettings.of(ProjectFolder.find(), state, Ports.free())
                .only(EnumSet.of(Part.POSTGRES, Part.KAFKA)));
        cleanUp = LastDuty.of(suite::discard);
    }

    @BeforeEach
    void start() {
        if (suite.running().isEmpty()) {
            suite.start(SuiteListener.SILENT);
        }
    }

    @AfterAll
    void discard() {
        cleanUp.close();
    }

    @Test
    void aCopyTakenWhileMoneyMovesIsWholeAndNothingCommittedBeforeIsMissing() throws Exception {
        // Given
        Transfers transfers = new Transfers(suite);
        transfers.prepare();
        Runnable stop = transfers.keepMoving();
        awaitAtLeast(transfers, 500);
        long before = transfers.count();

        // When: a backup under load, then a good deal more, then the data are lost
        Backup backup = suite.backUp(folder.resolve("backup"));
        long after = transfers.count();
        awaitAtLeast(transfers, after + 200);
        stop.run();
        long atTheEnd = transfers.count();
        suite.stop(SuiteListener.SILENT);
        assertEquals(Restore.Events.COME_AGAIN, suite.restore(backup.folder(), true));
        suite.start(SuiteListener.SILENT);

        // Then
        long restored = transfers.count();
        assertTrue(before <= restored && restored <= after, before + " <= " + restored + " <= " + after);
        assertTrue(restored < atTheEnd);
        assertEquals(0, transfers.sum());
        assertEquals(0, transfers.disagreeing());
        assertEquals(restored, transfers.countByIndex());

        // Then: it is a suite like any other
        stop = transfers.keepMoving();
        awaitAtLeast(transfers, restored + 10);
        stop.run();
        suite.restart(Part.POSTGRES);
        assertEquals(0, transfers.disagreeing());
    }

    @Test
    void consumersReadAgainWhatTheRestoredDataDoNotKnow() throws Exception {
        // Given: what three groups have read of four topics
        Readers readers = new Readers(suite);
        for (String topic : List.of("kept", "trimmed", "remade", "new")) {
            readers.createTopic(topic, 10);
        }
        readers.commit("early", "kept", 4);
        readers.commit("early", "trimmed", 4);
        readers.commit("early", "remade", 4);
        Backup backup = suite.backUp(folder.resolve("backup"));

        // When: they read on, time passes over a topic, another is made anew, a group comes that no backup knows
        readers.commit("early", "kept", 9);
        readers.commit("early", "trimmed", 9);
        readers.trim("trimmed", 6);
        readers.deleteTopic("remade");
        readers.createTopic("remade", 10);
        readers.commit("early", "remade", 9);
        readers.commit("late", "new", 3);
        suite.stop(SuiteListener.SILENT);
        suite.restore(backup.folder(), true);
        suite.start(SuiteListener.SILENT);

        // Then
        assertEquals(4, readers.position("early", "kept"));
        assertEquals(6, readers.position("early", "trimmed"));
        assertNull(readers.position("early", "remade"));
        assertNull(readers.position("late", "new"));

        // Then: once, not at each start
        readers.commit("early", "kept", 8);
        suite.restart(Part.KAFKA);
        assertEquals(8, readers.position("early", "kept"));
    }

    @Test
    void aBackupIsForItsOwnerAloneAndKnowsWhatWasChanged() throws IOException {
        Backup backup = suite.backUp(folder.resolve("backup"));

        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(backup.folder())));
        assertTrue(Command.run(
                        List.of("sha256sum", "--check", "--quiet", "SHA256SUMS"), java.util.Map.of(), backup.folder())
                .ok());
        Files.writeString(backup.secrets().resolve("pepper"), "x", StandardOpenOption.APPEND);
        suite.stop(SuiteListener.SILENT);
        BackupFailure changed = assertThrows(BackupFailure.class, () -> suite.restore(backup.folder(), true));
        assertTrue(changed.getMessage().endsWith("the first is secrets/pepper."), changed::getMessage);
    }

    @Test
    void nothingIsReplacedUnasked() throws IOException {
        // Given
        Backup backup = suite.backUp(folder.resolve("backup"));

        // When, Then
        assertThrows(StartFailure.class, () -> suite.restore(backup.folder(), true));
        assertThrows(BackupFailure.class, () -> suite.backUp(backup.folder()));
        suite.stop(SuiteListener.SILENT);
        assertThrows(BackupFailure.class, () -> suite.restore(backup.folder(), false));
        assertThrows(BackupFailure.class, () -> suite.restore(folder, true));
        Path pepper = state.secretsFolder().resolve("pepper");
        Files.writeString(pepper, "another suite's");
        assertThrows(BackupFailure.class, () -> suite.restore(backup.folder(), true));

        // When: the whole suite is lost, and the backup has been where files have no modes
        suite.purge();
        Files.setPosixFilePermissions(backup.secrets(), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(backup.secrets().resolve("pepper"), PosixFilePermissions.fromString("rw-r--r--"));

        // Then
        assertEquals(Restore.Events.MUST_BE_REPUBLISHED, suite.restore(backup.folder(), false));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(state.secretsFolder())));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(pepper)));
        suite.start(SuiteListener.SILENT);
        assertFalse(Files.exists(Restore.note(state)));
    }

    @Test
    void aBackupThatBreaksOffIsNone() throws IOException {
        // Given: a file that cannot be copied
        Path stranger = state.secretsFolder().resolve("stranger");
        Files.createSymbolicLink(stranger, Path.of("nowhere"));

        // When
        assertThrows(BackupFailure.class, () -> suite.backUp(folder.resolve("backup")));
        Files.delete(stranger);

        // Then
        assertFalse(Files.exists(folder.resolve("backup")));
        assertFalse(Files.exists(folder.resolve("backup.partial")));
    }

    @Test
    void aBackupDuringWhichTheDataKeysChangeIsNone() throws Exception {
        // Given: somebody who changes the keys as soon as they are copied
        Path copied = folder.resolve("backup.partial").resolve("secrets").resolve("data-keys");
        Thread rotation = Thread.ofPlatform().daemon().start(() -> {
            while (!Files.exists(copied)) {
                Thread.onSpinWait();
            }
            state.secrets().replaceDataKeys(state.secrets().dataKeys() + ",k9:" + Secrets.newDataKey());
        });

        // When
        BackupFailure refusal = assertThrows(BackupFailure.class, () -> suite.backUp(folder.resolve("backup")));
        rotation.join();

        // Then
        assertTrue(refusal.getMessage().startsWith("The data keys were changed"), refusal::getMessage);
        assertFalse(Files.exists(folder.resolve("backup")));
        assertFalse(Files.exists(folder.resolve("backup.partial")));
        assertTrue(Files.exists(suite.backUp(folder.resolve("backup")).secrets()));
    }

    private static void awaitAtLeast(Transfers transfers, long count) throws Exception {
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (transfers.count() < count) {
            assertTrue(System.nanoTime() < deadline, "no transfers");
        }
    }
}
