package org.leye.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.leye.local.backup.Backup;
import org.leye.local.backup.Restore;
import org.leye.local.process.Folders;
import org.leye.local.suite.SuiteListener;
import org.leye.stories.RunningSuite.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The databases are lost between the placement and the insured month; a backup of the running suite brings them back. */
@ExtendWith(RunningSuite.class)
class RestoredBackupIT {

    @Test
    void aStoryGoesOnFromABackupTakenWhileTheSuiteWorked(Stage stage) throws IOException {
        Path folder = Files.createTempDirectory("leye-backup");
        try {
            // Given: one worker is placed, and another begins after the backup
            var story = stage.newStory();
            story.appointAndOffer();
            story.referAndPlace();
            Backup backup = stage.suite().backUp(folder.resolve("backup"));
            var lost = stage.newStory();
            lost.appointAndOffer();
            lost.referAndPlace();

            // When: the data are lost; the topics still hold what was sent since
            stage.suite().stop(SuiteListener.SILENT);
            assertEquals(Restore.Events.COME_AGAIN, stage.suite().restore(backup.folder(), true));
            stage.suite().start(SuiteListener.SILENT);

            // Then
            story.insure();
            story.payTheReward();
            story.certify();
        } finally {
            Folders.delete(folder);
        }
    }
}
