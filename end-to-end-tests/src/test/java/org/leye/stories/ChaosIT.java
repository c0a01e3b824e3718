package org.leye.stories;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;

import org.leye.local.ProjectFolder;
import org.leye.local.chaos.ChaosRun;
import org.leye.local.chaos.ChaosSettings;
import org.leye.stories.RunningSuite.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Kills, outages and a change of the signing key in the middle of journeys; the long run is ./leye chaos. */
@ExtendWith(RunningSuite.class)
class ChaosIT {

    private static final long SEED = 20261124;

    @Test
    void theEndIsAsIfNothingHadHappenedThoughEveryPartDiesInTheMiddleOfJourneys(Stage stage) throws IOException {
        // Given
        var settings = new ChaosSettings(SEED, 8, 6, Duration.ofSeconds(20), Duration.ofMinutes(4));

        // When
        var record = new ChaosRun(stage.suite(), settings, System.out::println).run();
        record.writeTo(ProjectFolder.find().path().resolve("end-to-end-tests/target/chaos"));
        stage.awaitTrust();

        // Then
        assertTrue(record.isClean(), record::text);
        assertTrue(record.kills() > 0 && record.strikes().stream().allMatch(strike -> strike.journeysUnderWay() > 0));
    }
}
