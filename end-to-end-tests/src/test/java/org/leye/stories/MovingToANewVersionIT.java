package org.leye.stories;

import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Base64;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

import org.leye.local.Part;
import org.leye.local.Ports;
import org.leye.local.ProjectFolder;
import org.leye.local.StateFolder;
import org.leye.local.chaos.Promises;
import org.leye.local.journey.WorkerComes;
import org.leye.local.process.HttpProbe;
import org.leye.local.process.LastDuty;
import org.leye.local.service.ServiceProcess;
import org.leye.local.suite.Suite;
import org.leye.local.suite.SuiteListener;
import org.leye.local.suite.SuiteSettings;
import org.leye.platform.identity.PersonKeys;

import io.restassured.RestAssured;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A release takes the place of the one before while a story goes on; the old binaries work on the schema of the new. */
class MovingToANewVersionIT {

    @Test
    void aStoryGoesOnWhileTheServicesMoveToANewVersionOneByOne() throws IOException {
        var previous = PreviousRelease.project();
        var state = new StateFolder(Files.createTempDirectory("leye-move"));
        var ports = Ports.free();
        var before = Suite.of(settings(previous, state, ports)
                .only(EnumSet.complementOf(EnumSet.of(Part.GATEWAY)))
                // by itself that release starts only on a schema of which it has every file
                .told("QUARKUS_FLYWAY_IGNORE_MIGRATION_PATTERNS", "*:future,*:missing"));
        var now = Suite.of(settings(ProjectFolder.find(), state, ports));
        try (var _ = LastDuty.of(now::discard)) {
            // Given
            before.start(SuiteListener.SILENT);
            startOldGateway(before);
            var story = story(now);
            story.appointAndOffer();
            story.referAndPlace();

            // When the new ones join, the schema moves under the old ones
            var newcomers = join(now);
            assertReads(now, newcomers.get(Part.JOBMATCH), "/jobmatch/v1/persons");
            assertReads(now, newcomers.get(Part.BROKER), "/broker/v1/brokers");
            story.insure();

            // Then an old one may even start again on it
            for (var service : Part.domainServices()) {
                before.kill(service);
                before.start(service);
            }

            // When the new ones take over
            for (var part : EnumSet.range(Part.SUBSIDY, Part.GATEWAY)) {
                before.stop(part);
                now.start(part);
            }
            newcomers.values().forEach(ServiceProcess::stop);
            story.payTheReward();
            story.certify();

            // Then the story has come to its end, and nothing was given up on the way
            assertEquals(List.of(), Promises.brokenAfter(now, Duration.ofMinutes(1)));
        }
    }

    private static SuiteSettings settings(ProjectFolder binaries, StateFolder state, Ports ports) {
        return RunningSuite.shortLived(SuiteSettings.of(binaries, state, ports));
    }

    /** In that release it told its health on its public port. */
    private static void startOldGateway(Suite before) {
        var gateway = before.launch(Part.GATEWAY);
        Awaitility.await("the gateway")
                .atMost(Duration.ofMinutes(1))
                .until(new HttpProbe(gateway.url().resolve("/q/health/ready"))::answers);
    }

    private static WorkerComes story(Suite suite) {
        var pepper =
                Base64.getDecoder().decode(suite.settings().state().secrets().pepper());
        return new WorkerComes(
                suite.url(Part.GATEWAY).toString(),
                suite.tokens(),
                PersonKeys.of(pepper),
                suite.clock(),
                (who, what, came) -> System.out.printf("%-10s %s -> %s%n", who, what, came));
    }

    /** On ports of their own, beside the old ones. */
    private static Map<Part, ServiceProcess> join(Suite now) {
        var newcomers = new EnumMap<Part, ServiceProcess>(Part.class);
        for (var service : Part.domainServices()) {
            newcomers.put(service, now.startReplica(service, Ports.free().of(Part.GATEWAY)));
        }
        return newcomers;
    }

    /** What an old one wrote. */
    private static void assertReads(Suite suite, ServiceProcess newcomer, String list) {
        RestAssured.given()
                .auth()
                .oauth2(suite.tokens().token("COUNTY"))
                .get(newcomer.url().resolve(list))
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
    }
}
