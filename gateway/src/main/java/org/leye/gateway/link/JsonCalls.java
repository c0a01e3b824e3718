package org.leye.gateway.link;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.problem.ProblemException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jboss.logging.Logger;

/** Asks others and reads their JSON. Whoever does not answer in time is away. Bodies are never logged: they name people. */
@ApplicationScoped
class JsonCalls {

    private static final Logger LOG = Logger.getLogger(JsonCalls.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration COME_BACK_AFTER = Duration.ofSeconds(2);

    private final HttpClient http;
    private final Duration patience;

    JsonCalls(LinkConfig config) {
        this.patience = config.patience();
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(patience)
                .build();
    }

    /** An answer: its status and its body, which is missing if it was no JSON. */
    record Reply(int status, JsonNode body) {

        boolean isSuccess() {
            return status / 100 == 2;
        }
    }

    /** The answer; the given refusal, with a time to come back, if nobody answers or the other side is in trouble. */
    Reply send(HttpRequest.Builder request, ProblemException away) {
        var asked = request.timeout(patience).build();
        try {
            var answer = http.send(asked, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() >= 500 || answer.statusCode() == 429) {
                throw refusal(asked, "answered " + answer.statusCode(), away);
            }
            return new Reply(answer.statusCode(), read(answer.body()));
        } catch (IOException e) {
            throw refusal(asked, e.toString(), away);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refusal(asked, "interrupted", away);
        }
    }

    static HttpRequest.BodyPublisher body(JsonNode value) {
        try {
            return HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(value));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProblemException refusal(HttpRequest asked, String what, ProblemException away) {
        LOG.warnf("%s: %s", asked.uri().getHost() + ":" + asked.uri().getPort(), what);
        return away.retryAfter(COME_BACK_AFTER);
    }

    private static JsonNode read(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException noJson) {
            return JSON.missingNode();
        }
    }
}
