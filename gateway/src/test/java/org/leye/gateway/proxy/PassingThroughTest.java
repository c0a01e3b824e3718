package org.leye.gateway.proxy;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.leye.gateway.Surroundings;
import org.leye.gateway.Tokens;
import org.leye.gateway.Wire;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Surroundings.class)
class PassingThroughTest {

    Tokens tokens;

    @Test
    void requestArrivesAsItWasSent() {
        caller().header("Idempotency-Key", "k-1")
                .header("Content-Type", "application/json")
                .body("{\"name\":\"慈溪\"}".getBytes(StandardCharsets.UTF_8))
                .urlEncodingEnabled(false)
                .post("/subsidy/v1/cases/%E6%85%88?after=a%2Fb&x=1&x=2;3")
                .then()
                .statusCode(200)
                .body("service", equalTo("subsidy"))
                .body("method", equalTo("POST"))
                .body("target", equalTo("/subsidy/v1/cases/%E6%85%88?after=a%2Fb&x=1&x=2;3"))
                .body("body", equalTo("{\"name\":\"慈溪\"}"))
                .body("headers.idempotency-key", equalTo("k-1"))
                .body("headers.content-type", equalTo("application/json"))
                .body("headers.authorization", startsWith("Bearer "));
    }

    @Test
    void eachPrefixLeadsToItsService() {
        caller().get("/jobmatch/v1/postings").then().body("service", equalTo("jobmatch"));
        caller().get("/training/v1/classes").then().body("service", equalTo("training"));
    }

    @Test
    void pathsOutsideTheTableAreNotFound() {
        for (var path : new String[] {"/", "/subsidy", "/subsidy/v2/cases", "/SUBSIDY/v1/cases", "/other/v1/x", "/q"}) {
            caller().get(path)
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json")
                    .body("code", equalTo("NOT_FOUND"));
        }
    }

    @Test
    void nobodyCanPretendToBeSomebodyByAHeader() {
        var arrived = caller().header("X-Forwarded-User", "admin")
                .header("X-User-Id", "1")
                .header("x_user", "1")
                .header("X-Remote-User", "admin")
                .header("Remote-User", "admin")
                .header("X-Person", "per_1")
                .header("X-Roles", "ADMIN")
                .header("X-HTTP-Method-Override", "DELETE")
                .header("X-Original-URL", "/subsidy/v1/secret")
                .header("X-Harmless", "1")
                .get("/subsidy/v1/cases")
                .then();
        arrived.body("headers.x-harmless", equalTo("1"));
        for (var name : new String[] {
            "x-forwarded-user",
            "x-user-id",
            "x_user",
            "x-remote-user",
            "remote-user",
            "x-person",
            "x-roles",
            "x-http-method-override",
            "x-original-url"
        }) {
            arrived.body("headers", not(hasKey(name)));
        }
    }

    @Test
    void serviceLearnsWhereTheRequestCameFrom() {
        caller().header("X-Forwarded-For", "10.9.9.9")
                .header("Forwarded", "for=10.9.9.9")
                .header("X-Forwarded-Proto", "https")
                .get("/subsidy/v1/cases")
                .then()
                .body("headers.x-forwarded-for", equalTo("127.0.0.1"))
                .body("headers.x-forwarded-proto", equalTo("http"))
                .body("headers.x-forwarded-host", startsWith("localhost"))
                .body("headers.forwarded", nullValue());
    }

    @Test
    void requestKeepsItsNameAllTheWay() {
        caller().header("X-Request-Id", "my-request-1")
                .get("/subsidy/v1/cases")
                .then()
                .header("X-Request-Id", "my-request-1")
                .body("headers.x-request-id", equalTo("my-request-1"));
        var given = caller().header("X-Request-Id", "not a good name").get("/subsidy/v1/cases");
        assertThat(given.header("X-Request-Id"), not(containsString("not a good name")));
        given.then().body("headers.x-request-id", equalTo(given.header("X-Request-Id")));
    }

    @Test
    void requestKeepsItsTraceAllTheWay() {
        var trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        caller().header("traceparent", trace)
                .header("tracestate", "vendor=1")
                .get("/subsidy/v1/cases")
                .then()
                .body("headers.traceparent", equalTo(trace))
                .body("headers.tracestate", equalTo("vendor=1"));
    }

    @Test
    void aTraceThatIsNoneIsReplacedByANewOne() {
        for (var none : List.of(
                "",
                "garbage",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more")) {
            caller().header("traceparent", none)
                    .header("tracestate", "vendor=1")
                    .get("/subsidy/v1/cases")
                    .then()
                    .body("headers.traceparent", matchesPattern("00-[0-9a-f]{32}-[0-9a-f]{16}-00"))
                    .body("headers.tracestate", nullValue());
        }
        caller().get("/subsidy/v1/cases").then().body("headers.traceparent", startsWith("00-"));
    }

    @Test
    void hopByHopHeadersEndHere() {
        caller().header("Keep-Alive", "timeout=5")
                .header("TE", "trailers")
                .header("Proxy-Authorization", "Basic dTpw")
                .header("Connection", "X-Hop")
                .header("X-Hop", "1")
                .get("/subsidy/v1/cases")
                .then()
                .body("headers", not(anyOf(hasKey("keep-alive"), hasKey("te"), hasKey("proxy-authorization"))))
                .body("headers", not(hasKey("x-hop")));
        caller().get("/subsidy/v1/hop-by-hop")
                .then()
                .statusCode(200)
                .header("Keep-Alive", nullValue())
                .header("X-Secret", nullValue());
    }

    @Test
    void answersWithoutBodyStayWithoutOne() throws IOException {
        assertThat(bare("GET", "/subsidy/v1/nothing"), startsWith("HTTP/1.1 204"));
        assertThat(bare("GET", "/subsidy/v1/unchanged"), containsString("ETag: \"1\""));
        assertThat(bare("HEAD", "/subsidy/v1/cases"), startsWith("HTTP/1.1 200"));
        assertThat(bare("HEAD", "/broker/v1/brokers"), startsWith("HTTP/1.1 503"));
        assertThat(bare("HEAD", "/nowhere"), startsWith("HTTP/1.1 404"));
        caller().get("/subsidy/v1/nothing")
                .then()
                .header("Transfer-Encoding", nullValue())
                .body(emptyString());
    }

    @Test
    void answersAreNotStoredByDefault() {
        caller().get("/subsidy/v1/cases")
                .then()
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff");
    }

    @Test
    void piecesTravelBothWaysBeforeTheRequestIsComplete() throws IOException {
        try (var wire = new Wire()) {
            wire.send(head("POST", "/subsidy/v1/parrot") + "Transfer-Encoding: chunked\r\n\r\n5\r\nfirst\r\n");
            assertThat(wire.readTo("first"), endsWith("first"));
            wire.send("6\r\nsecond\r\n0\r\n\r\n");
            assertThat(wire.readTo("\r\n0\r\n\r\n"), containsString("second"));
        }
    }

    @Test
    void callerIsToldToGoOnOnlyAfterTheTokenWasChecked() throws IOException {
        try (var wire = new Wire()) {
            wire.send(head("POST", "/subsidy/v1/cases") + "Content-Length: 4\r\nExpect: 100-continue\r\n\r\n");
            assertThat(wire.readTo("\r\n\r\n"), startsWith("HTTP/1.1 100"));
            assertThat(wire.send("body").readTo("\"body\":\"body\"}"), startsWith("HTTP/1.1 200"));
        }
        try (var wire = new Wire()) {
            wire.send(
                    "POST /subsidy/v1/cases HTTP/1.1\r\nHost: leye\r\nContent-Length: 4\r\nExpect: 100-continue\r\n\r\n");
            assertThat(wire.readTo("\r\n\r\n"), startsWith("HTTP/1.1 401"));
        }
    }

    @Test
    void manyMegabytesPass() throws IOException {
        try (var wire = new Wire()) {
            wire.send(head("POST", "/subsidy/v1/imports") + "Content-Length: 20000000\r\n\r\n");
            wire.send(new byte[20_000_000]);
            assertThat(wire.readTo("\"body\":\"\"}"), containsString("\"length\":20000000"));
        }
    }

    private RequestSpecification caller() {
        return given().header("Authorization", "Bearer " + tokens.good());
    }

    private String bare(String method, String path) throws IOException {
        try (var wire = new Wire()) {
            var first = wire.send(head(method, path) + "\r\n").readTo("\r\n\r\n");
            // The next answer on the connection begins where this one ended.
            assertThat(
                    wire.send("GET /nowhere HTTP/1.1\r\nHost: leye\r\n\r\n").readTo("\r\n"),
                    equalTo("HTTP/1.1 404 Not Found\r\n"));
            return first;
        }
    }

    private String head(String method, String path) {
        return "%s %s HTTP/1.1\r\nHost: leye\r\nAuthorization: Bearer %s\r\n".formatted(method, path, tokens.good());
    }
}
