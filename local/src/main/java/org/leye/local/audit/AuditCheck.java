package org.leye.local.audit;

import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CancellationException;

import org.leye.local.Part;
import org.leye.local.Ports;
import org.leye.local.token.SandboxTokens;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

/** Has a service verify its audit chain from the first batch to the last, stretch by stretch. */
public final class AuditCheck {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Ports ports;
    private final SandboxTokens tokens;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .proxy(ProxySelector.of(null))
            .build();

    public AuditCheck(Ports ports, SandboxTokens tokens) {
        this.ports = ports;
        this.tokens = tokens;
    }

    /**
     * Checks one service.
     *
     * @param witness NUMBER:HASH that was noted outside, if any
     */
    public Finding check(Part service, @Nullable String witness) {
        Tally tally = new Tally();
        try {
            long from = 1;
            while (from > 0) {
                JsonNode answer = ask(service, from, from == 1 ? witness : null);
                tally.add(answer);
                from = answer.path("next").asLong();
            }
            return new Finding(service, tally.isSound(), tally.text());
        } catch (IOException problem) {
            return new Finding(service, false, "NOT CHECKED: " + problem.getMessage());
        }
    }

    private JsonNode ask(Part service, long from, @Nullable String witness) throws IOException {
        String query = "?from=" + from + (witness == null ? "" : "&witness=" + witness);
        URI address = URI.create(
                "http://127.0.0.1:%d/%s/v1/audit/verification%s".formatted(ports.of(service), service.label(), query));
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + tokens.token("AUDITOR"))
                .header("Accept-Language", "en")
                .build();
        HttpResponse<String> answer = send(request, service);
        JsonNode body = JSON.readTree(answer.body());
        if (answer.statusCode() != 200) {
            throw new IOException(body.path("detail").asText("answered " + answer.statusCode()));
        }
        return body;
    }

    private HttpResponse<String> send(HttpRequest request, Part service) throws IOException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException unreachable) {
            throw new IOException("does not answer on port " + ports.of(service), unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }
}
