package org.leye.local.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.leye.local.Part;
import org.leye.local.Ports;
import org.leye.local.ProjectFolder;
import org.leye.local.StartFailure;
import org.leye.local.StateFolder;
import org.leye.local.process.ChildProcess;
import org.leye.local.process.Launch;
import org.leye.local.process.StopSignal;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteTest {

    @TempDir
    private Path folder;

    private StateFolder state;
    private Suite suite;

    @BeforeEach
    void describeASuite() {
        state = new StateFolder(folder.resolve("state")).create();
        suite = Suite.of(SuiteSettings.of(ProjectFolder.find(), state, Ports.free()));
    }

    @Test
    void seesAndStopsASecondCopyOfAServiceThatIsLeftAlone() {
        // Given
        ChildProcess replica = sleeper("subsidy-9101");

        // When
        StartFailure refusal = assertThrows(StartFailure.class, suite::purge);
        List<String> running = suite.runningNames();
        suite.stop(SuiteListener.SILENT);

        // Then
        assertEquals("Still running: subsidy-9101. Stop it first with ./leye down", refusal.getMessage());
        assertEquals(List.of("subsidy-9101"), running);
        assertFalse(replica.alive());
    }

    @Test
    void tellsAPartThatDiedFromOneThatWasStopped() {
        // Given
        ChildProcess kafka = sleeper("kafka");
        ChildProcess broker = sleeper("broker");

        // When
        kafka.signal("KILL");
        broker.kill();
        while (kafka.alive()) {
            Thread.onSpinWait();
        }

        // Then
        assertTrue(suite.died(Part.KAFKA));
        assertFalse(suite.died(Part.BROKER));
        assertFalse(suite.died(Part.POSTGRES));

        // When: everything is stopped, what died as well
        suite.stop(SuiteListener.SILENT);

        // Then
        assertFalse(suite.died(Part.KAFKA));
    }

    @Test
    void leavesNothingBehindWhenDiscarded() {
        ChildProcess kafka = sleeper("kafka");

        suite.discard();

        assertFalse(kafka.alive());
        assertFalse(Files.exists(state.path()));
    }

    private ChildProcess sleeper(String name) {
        return ChildProcess.start(new Launch(
                name,
                List.of("sleep", "600"),
                Map.of(),
                folder,
                state.logs().resolve(name + ".log"),
                state.run().resolve(name + ".pid"),
                StopSignal.TERM));
    }
}
