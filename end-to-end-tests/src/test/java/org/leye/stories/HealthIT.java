package org.leye.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;

import org.leye.local.Part;
import org.leye.stories.RunningSuite.Stage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an operator sees of a service: whether it lives, whether it takes requests, what it logs. */
@ExtendWith(RunningSuite.class)
class HealthIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void withoutKafkaAServiceLivesAndTakesRequests(Stage stage) {
        var service = stage.suite().url(Part.JOBMATCH).toString();
        stage.suite().kill(Part.KAFKA);
        try {
            // longer than the consumer needs to notice
            awaitOf("readiness throughout").during(Duration.ofSeconds(5)).until(() -> {
                assertEquals(200, status(service + "/q/health/ready"));
                assertEquals(200, status(service + "/q/health/live"));
                return true;
            });
            RestAssured.given()
                    .auth()
                    .oauth2(stage.suite().tokens().token("COUNTY"))
                    .get(service + "/jobmatch/v1/persons")
                    .then()
                    .statusCode(200);
        } finally {
            stage.suite().start(Part.KAFKA);
        }
    }

    @Test
    void withoutPostgresAServiceLivesAndIsNotReadyUntilItIsBack(Stage stage) {
        var service = stage.suite().url(Part.JOBMATCH).toString();
        stage.suite().kill(Part.POSTGRES);
        try {
            await(service + "/q/health/ready", 503);
            assertEquals(200, status(service + "/q/health/live"));
        } finally {
            stage.suite().start(Part.POSTGRES);
            // its pool hands out connections of the dead server for a while
            stage.suite().restart(Part.KEYCLOAK);
        }
        for (var part : Part.domainServices()) {
            await(stage.suite().url(part) + "/q/health/ready", 200);
        }
    }

    @Test
    void theLogsAreJsonAndTellARequestAllTheWay(Stage stage) throws IOException {
        RestAssured.given()
                .auth()
                .oauth2(stage.suite().tokens().token("COUNTY"))
                .header("X-Request-Id", "followed-all-the-way-1")
                .get(stage.gateway() + "/jobmatch/v1/persons/per_5q0c1hv7d2s8k3m6n9p4r1t0ag")
                .then()
                .header("X-Request-Id", "followed-all-the-way-1");

        var line = awaitLine(stage, Part.GATEWAY, "followed-all-the-way-1");
        assertEquals("gateway", line.path("service").asText());
        assertEquals("followed-all-the-way-1", line.path("requestId").asText());
        assertEquals("/jobmatch/v1/persons/{}", line.path("route").asText());
        assertEquals("leye-cli", line.path("consumer").asText());
        for (var part : Part.values()) {
            if (!part.isEngine()) {
                for (var text : Files.readAllLines(stage.state().log(part), StandardCharsets.UTF_8)) {
                    assertTrue(text.startsWith("{") || isOfTheVirtualMachine(text), text);
                }
            }
        }
    }

    /** What Java itself prints before there is a logger. */
    private static boolean isOfTheVirtualMachine(String line) {
        return line.startsWith("WARNING: ")
                || line.startsWith("NOTE: ")
                || line.startsWith("OpenJDK ")
                || line.startsWith("[");
    }

    private static JsonNode awaitLine(Stage stage, Part part, String text) throws IOException {
        var line = awaitOf("a line of " + text)
                .until(
                        () -> Files.readAllLines(stage.state().log(part), StandardCharsets.UTF_8).stream()
                                .filter(read -> read.contains(text))
                                .findFirst(),
                        Optional::isPresent);
        return new ObjectMapper().readTree(line.orElseThrow());
    }

    private static void await(String address, int status) {
        awaitOf(address + " answering " + status).until(() -> status(address) == status);
    }

    private static ConditionFactory awaitOf(String what) {
        return Awaitility.await(what).atMost(PATIENCE).pollInterval(Duration.ofMillis(100));
    }

    private static int status(String address) {
        return RestAssured.get(address).statusCode();
    }
}
