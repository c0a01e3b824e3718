package org.leye.gateway.proxy;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.leye.gateway.Surroundings;
import org.leye.gateway.Tokens;
import org.leye.gateway.Wire;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Surroundings.class)
class TroubleBehindTest {

    private final HttpClient client = HttpClient.newHttpClient();
    Tokens tokens;

    @Test
    void silentServiceIsAnsweredForInTime() {
        caller().header("Accept-Language", "en")
                .get("/jobmatch/v1/silent")
                .then()
                .statusCode(504)
                .contentType("application/problem+json")
                .body("code", equalTo("UPSTREAM_TIMEOUT"))
                .body("detail", equalTo("the service jobmatch did not answer in time"));
    }

    @Test
    void callersOfASilentServiceQueueOnlyBehindThatService() {
        // Given more callers than its connections and its queue can hold
        var waiting = new ArrayList<CompletableFuture<HttpResponse<String>>>();
        for (int caller = 0; caller < 3 * Surroundings.CONNECTIONS; caller++) {
            waiting.add(askFor("/jobmatch/v1/silent"));
        }
        // When
        var other = askFor("/subsidy/v1/cases").join();
        // Then
        assertEquals(200, other.statusCode());
        assertFalse(waiting.stream().allMatch(CompletableFuture::isDone), "the silent service was still awaited");
        var answers = waiting.stream().map(CompletableFuture::join).toList();
        assertThat(countOf(504, answers), greaterThanOrEqualTo((long) Surroundings.CONNECTIONS));
        assertThat(countOf(503, answers), greaterThanOrEqualTo(1L));
        assertEquals(answers.size(), countOf(503, answers) + countOf(504, answers));
        caller().get("/jobmatch/v1/postings").then().statusCode(200);
    }

    @Test
    void callersWhoLeaveGiveTheirConnectionsBack() throws IOException {
        for (int caller = 0; caller < Surroundings.CONNECTIONS; caller++) {
            try (var wire = new Wire()) {
                wire.send(head("POST", "/training/v1/parrot") + "Transfer-Encoding: chunked\r\n\r\n1\r\na\r\n");
                wire.readTo("a\r\n");
            }
        }
        caller().get("/training/v1/classes").then().statusCode(200);
    }

    @Test
    void deadServiceIsUnavailable() {
        caller().get("/broker/v1/brokers")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "2")
                .body("code", equalTo("UPSTREAM_UNAVAILABLE"))
                .body("detail", equalTo("服务 broker 暂不可用"));
    }

    @Test
    void deadServiceIsUnavailableAlsoForAnUpload() {
        caller().body(new byte[5_000_000]).post("/broker/v1/imports").then().statusCode(503);
    }

    @Test
    void serviceThatHangsUpBeforeItsAnswerIsUnavailable() {
        caller().get("/subsidy/v1/hang-up").then().statusCode(503).body("code", equalTo("UPSTREAM_UNAVAILABLE"));
    }

    @Test
    void halfAnAnswerIsNeverPassedOffAsAWholeOne() throws IOException {
        try (var wire = new Wire()) {
            wire.send(head("GET", "/subsidy/v1/half-an-answer") + "\r\n");
            assertThat(wire.readTo("the end of the connection"), containsString("half"));
        }
    }

    @Test
    void refusalOfTheServiceReachesACallerWhoIsStillSending() throws IOException {
        try (var wire = new Wire()) {
            wire.send(head("POST", "/subsidy/v1/too-large") + "Content-Length: 10000000\r\n\r\n");
            wire.send(new byte[10_000_000]);
            var answer = wire.readTo("}");
            assertThat(answer, startsWith("HTTP/1.1 413"));
            assertThat(answer, containsString("BODY_TOO_LARGE"));
        }
    }

    @Test
    void callerWhoStopsSendingIsToldSo() throws IOException {
        try (var wire = new Wire()) {
            wire.send(head("POST", "/subsidy/v1/cases") + "Content-Length: 100\r\n\r\nhalf");
            var answer = wire.readTo("the end of the connection");
            assertThat(answer, startsWith("HTTP/1.1 408"));
            assertThat(answer, containsString("REQUEST_STALLED"));
            assertThat(answer, not(containsString("UPSTREAM")));
        }
    }

    private CompletableFuture<HttpResponse<String>> askFor(String path) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + path))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", "Bearer " + tokens.good())
                .build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    }

    private static long countOf(int status, List<HttpResponse<String>> answers) {
        return answers.stream().filter(answer -> answer.statusCode() == status).count();
    }

    private RequestSpecification caller() {
        return given().header("Authorization", "Bearer " + tokens.good());
    }

    private String head(String method, String path) {
        return "%s %s HTTP/1.1\r\nHost: leye\r\nAuthorization: Bearer %s\r\n".formatted(method, path, tokens.good());
    }
}
