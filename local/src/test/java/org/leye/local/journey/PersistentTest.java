package org.leye.local.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PersistentTest {

    private record Scripted(int status, String code) {}

    private final HttpClient http =
            HttpClient.newBuilder().proxy(ProxySelector.of(null)).build();
    private final Deque<Scripted> answers = new ArrayDeque<>();
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var answer = answers.removeFirst();
            if (answer.status() == 0) {
                exchange.close();
                return;
            }
            var body = "{\"code\":\"%s\"}".formatted(answer.code()).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
        http.close();
    }

    @Test
    void repeatsWhatWasNotAnsweredOrMaySucceedLater() {
        // Given
        answers.addAll(List.of(
                new Scripted(0, ""),
                new Scripted(503, "UPSTREAM_UNAVAILABLE"),
                new Scripted(409, "REQUEST_IN_PROGRESS"),
                new Scripted(401, "UNAUTHENTICATED"),
                new Scripted(200, "DONE")));
        var persistent = new Persistent(Duration.ofMinutes(1));

        // When
        var response = persistent.call("POST /", this::answer);

        // Then
        assertEquals(200, response.statusCode());
        assertEquals(
                Map.of(
                        "no answer",
                        1L,
                        "503 UPSTREAM_UNAVAILABLE",
                        1L,
                        "409 REQUEST_IN_PROGRESS",
                        1L,
                        "401 UNAUTHENTICATED",
                        1L),
                persistent.repeats());
    }

    @Test
    void takesARefusalForWhatItIs() {
        answers.add(new Scripted(409, "CASE_STATE_FORBIDS"));
        var response = new Persistent(Duration.ofMinutes(1)).call("POST /", this::answer);
        assertEquals(409, response.statusCode());
    }

    @Test
    void givesUpWhenItsTimeIsOver() {
        answers.add(new Scripted(0, ""));
        assertThrows(StoryBroken.class, () -> new Persistent(Duration.ofSeconds(-1)).call("POST /", this::answer));
    }

    private HttpResponse<String> answer() throws IOException {
        var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        try {
            var post = HttpRequest.newBuilder(address)
                    .POST(HttpRequest.BodyPublishers.noBody())
                    .build();
            return http.send(post, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }
}
