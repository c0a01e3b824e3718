package org.leye.local.journey;

import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.jspecify.annotations.Nullable;

/** Calls of several people to one gateway. A call that does not succeed breaks the story. */
final class Conversation {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(40);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final String gateway;
    private final Patience patience;
    private final Narrator narrator;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .proxy(ProxySelector.of(null))
            .build();

    Conversation(String gateway, Patience patience, Narrator narrator) {
        this.gateway = gateway;
        this.patience = patience;
        this.narrator = narrator;
    }

    JsonNode get(Caller who, String path) {
        return expectSuccess("GET " + path, call(who, request(path).GET()));
    }

    /** A read that is told, with the words for what came. */
    JsonNode ask(Caller who, String path, String told) {
        var answer = get(who, path);
        narrator.step(who.name(), "GET " + path, told(told, answer));
        return answer;
    }

    /** A write with a key of its own. */
    JsonNode post(Caller who, String path, @Nullable Object body, String told) {
        return send(who, "POST", path, body, null, told);
    }

    /** A step of a record under the version that the caller sees now. */
    JsonNode step(Caller who, String record, String action, @Nullable Object body, String told) {
        return send(who, "POST", record + "/" + action, body, record, told);
    }

    JsonNode put(Caller who, String record, String part, Object body, String told) {
        return send(who, "PUT", record + "/" + part, body, record, told);
    }

    /** A file of one JSON object a line. */
    JsonNode file(Caller who, String path, String lines, String told) {
        var request = request(path)
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofString(lines));
        return tell(who, "POST " + path, expectSuccess("POST " + path, call(who, request)), told);
    }

    /** Reads again and again until the answer is as wanted: what another service does comes by event. */
    JsonNode await(Caller who, String path, Predicate<JsonNode> wanted, String told) {
        var deadline = Instant.now().plus(patience.forEvents());
        JsonNode last = MissingNode.getInstance();
        while (Instant.now().isBefore(deadline)) {
            var response = call(who, request(path).GET());
            last = json(response);
            if (response.statusCode() == 200 && wanted.test(last)) {
                return tell(who, "GET " + path, last, told);
            }
            pause();
        }
        throw new StoryBroken("GET " + path + " did not become as expected; the last answer was " + last);
    }

    /** Whether an answer has this status. */
    static Predicate<JsonNode> is(String status) {
        return answer -> answer.path("status").asText().equals(status);
    }

    private JsonNode send(
            Caller who, String method, String path, @Nullable Object body, @Nullable String record, String told) {
        var what = method + " " + path;
        var request = request(path).header("Idempotency-Key", UUID.randomUUID().toString());
        if (body == null) {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofString(write(body)));
        }
        var response = record == null ? call(who, request) : underVersion(who, record, request);
        for (int times = 1;
                response.statusCode() == 412 && record != null && patience.readsAgain(what, times);
                times++) {
            response = underVersion(who, record, request);
        }
        return tell(who, what, expectSuccess(what, response), told);
    }

    private HttpResponse<String> underVersion(Caller who, String record, HttpRequest.Builder request) {
        return call(who, request.setHeader("If-Match", etag(who, record)));
    }

    private String etag(Caller who, String record) {
        var response = call(who, request(record).GET());
        expectSuccess("GET " + record, response);
        return response.headers().firstValue("ETag").orElseThrow(() -> new StoryBroken(record + " has no ETag"));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(gateway + path))
                .timeout(CALL_TIMEOUT)
                .header("Accept-Language", "en");
    }

    private HttpResponse<String> call(Caller who, HttpRequest.Builder request) {
        var shown = request.build();
        return patience.call(shown.method() + " " + shown.uri().getPath(), () -> answer(who, request));
    }

    private HttpResponse<String> answer(Caller who, HttpRequest.Builder request) throws IOException {
        var token = token(who);
        try {
            var response = http.send(
                    request.setHeader("Authorization", "Bearer " + token).build(),
                    HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() == 401) {
                who.forget(token);
            }
            return response;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    /** Without a token there is no call: an issuer in trouble is trouble like any other. */
    private static String token(Caller who) throws IOException {
        try {
            return who.token();
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new IOException("no token for " + who.name() + ": " + e.getMessage(), e);
        }
    }

    private static JsonNode expectSuccess(String what, HttpResponse<String> response) {
        if (response.statusCode() / 100 != 2) {
            throw new StoryBroken(what + " was answered " + response.statusCode() + ": " + response.body());
        }
        return json(response);
    }

    private JsonNode tell(Caller who, String what, JsonNode answer, String told) {
        narrator.step(who.name(), what, told(told, answer));
        return answer;
    }

    /** {@code {field}} in the words stands for that field of the answer; a slash leads deeper. */
    private static String told(String words, JsonNode answer) {
        var text = new StringBuilder(words);
        for (int open = text.indexOf("{"); open >= 0; open = text.indexOf("{", open + 1)) {
            int close = text.indexOf("}", open);
            var value = answer.at("/" + text.substring(open + 1, close));
            text.replace(open, close + 1, value.isMissingNode() ? "?" : value.asText());
        }
        return text.toString();
    }

    private static JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (JsonProcessingException notJson) {
            return JSON.valueToTree(Map.of("text", response.body()));
        }
    }

    private static String write(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }
}
