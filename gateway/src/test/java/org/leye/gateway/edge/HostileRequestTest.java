package org.leye.gateway.edge;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import java.io.IOException;

import org.leye.gateway.FakeService;
import org.leye.gateway.Surroundings;
import org.leye.gateway.Tokens;
import org.leye.gateway.Wire;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(Surroundings.class)
class HostileRequestTest {

    Tokens tokens;
    FakeService subsidy;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/subsidy/v1/hostile;x",
                "/subsidy/v1/hostile%3Bx",
                "/subsidy/v1/hostile%2fx",
                "/subsidy/v1/hostile%5Cx",
                "/subsidy/v1//hostile",
                "//subsidy/v1/hostile",
                "/training/v1/certificates/../../../subsidy/v1/hostile/verification",
                "/training/v1/%2e%2e/%2E%2E/subsidy/v1/hostile",
                "/subsidy/v1/hostile%00",
                "http://127.0.0.1/subsidy/v1/hostile"
            })
    void hostilePathIsRefusedAndReachesNoService(String target) throws IOException {
        assertThat(ask("GET", target), isProblem(400, "INVALID_PATH"));
        assertThat(subsidy.received(), not(hasItem(containsString("hostile"))));
    }

    @Test
    void traceIsNotAllowedAnywhere() throws IOException {
        assertThat(ask("TRACE", "/subsidy/v1/hostile"), isProblem(405, "METHOD_NOT_ALLOWED"));
        assertThat(ask("TRACE", "/nowhere"), isProblem(405, "METHOD_NOT_ALLOWED"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/subsidy/v1/hostile\\x", "/subsidy/v1/hostile%zz", "/subsidy/v1/hostile|x", "127.0.0.1:1"})
    void targetThatIsNoUriIsRefusedByTheServerBeneath(String target) throws IOException {
        assertThat(ask("GET", target), startsWith("HTTP/1.1 400"));
        assertThat(subsidy.received(), not(hasItem(containsString("hostile"))));
    }

    @Test
    void connectIsNeverTunnelled() throws IOException {
        assertThat(ask("CONNECT", "127.0.0.1:1"), startsWith("HTTP/1.1 40"));
    }

    @Test
    void bodyAnnouncedAsTooLargeIsRefusedUnread() throws IOException {
        try (var wire = new Wire()) {
            wire.send(head("POST", "/subsidy/v1/hostile"));
            var answer = wire.send("Content-Length: %d\r\n\r\n".formatted(Surroundings.LARGEST_BODY + 1))
                    .readTo("}");
            assertThat(answer, isProblem(413, "BODY_TOO_LARGE"));
        }
        assertThat(subsidy.received(), not(hasItem(containsString("hostile"))));
    }

    @Test
    void bodyOfUnannouncedLengthIsCutOffAtTheSameLimit() throws IOException {
        try (var wire = new Wire()) {
            wire.send(head("POST", "/subsidy/v1/imports") + "Transfer-Encoding: chunked\r\n\r\n");
            wire.send(Integer.toHexString(Surroundings.LARGEST_BODY + 1) + "\r\n");
            wire.send(new byte[Surroundings.LARGEST_BODY + 1]);
            assertThat(wire.readTo("}"), isProblem(413, "BODY_TOO_LARGE"));
        }
    }

    @Test
    void unknownTransferCodingIsRefused() throws IOException {
        try (var wire = new Wire()) {
            var answer = wire.send(
                            head("POST", "/subsidy/v1/hostile") + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n")
                    .readTo("}");
            assertThat(answer, isProblem(400, "INVALID_INPUT"));
        }
    }

    @Test
    void connectionServesTheNextRequestAfterARefusedBody() throws IOException {
        try (var wire = new Wire()) {
            wire.send("POST /subsidy/v1/cases HTTP/1.1\r\nHost: leye\r\nContent-Length: 4\r\n\r\nbody");
            assertThat(wire.readTo("}"), isProblem(401, "UNAUTHENTICATED"));
            wire.send("GET /nowhere HTTP/1.1\r\nHost: leye\r\n\r\n");
            assertThat(wire.readTo("}"), isProblem(404, "NOT_FOUND"));
        }
    }

    private String ask(String method, String target) throws IOException {
        try (var wire = new Wire()) {
            return wire.send(head(method, target) + "Connection: close\r\n\r\n").readTo("}");
        }
    }

    private String head(String method, String target) {
        return "%s %s HTTP/1.1\r\nHost: leye\r\nAuthorization: Bearer %s\r\n".formatted(method, target, tokens.good());
    }

    private static Matcher<String> isProblem(int status, String code) {
        return allOf(
                startsWith("HTTP/1.1 " + status),
                containsString("application/problem+json"),
                containsString("\"code\":\"" + code + "\""));
    }
}
