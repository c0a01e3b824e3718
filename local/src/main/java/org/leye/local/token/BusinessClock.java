package org.leye.local.token;

import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;

import org.leye.local.Part;
import org.leye.local.Ports;

import com.fasterxml.jackson.databind.ObjectMapper;

/** The business date of all services together; each keeps its own and works off the days in between in order. */
public final class BusinessClock {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Ports ports;
    private final SandboxTokens tokens;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .proxy(ProxySelector.of(null))
            .build();

    public BusinessClock(Ports ports, SandboxTokens tokens) {
        this.ports = ports;
        this.tokens = tokens;
    }

    /**
     * Moves every service to this day; answers when all have it.
     *
     * @return one line for each service that refused; empty when all is well
     */
    public List<String> moveTo(LocalDate day) {
        List<String> problems = new ArrayList<>();
        String token = tokens.token("ADMIN");
        for (Part service : Part.domainServices()) {
            String problem = move(service, day, token);
            if (!problem.isEmpty()) {
                problems.add(service.label() + ": " + problem);
            }
        }
        return problems;
    }

    private String move(Part service, LocalDate day, String token) {
        URI address =
                URI.create("http://127.0.0.1:%d/%s/v1/business-clock".formatted(ports.of(service), service.label()));
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Accept-Language", "en")
                .POST(HttpRequest.BodyPublishers.ofString("{\"date\":\"%s\"}".formatted(day)))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 401) {
                tokens.forget(token);
            }
            return answer.statusCode() / 100 == 2 ? "" : problem(answer);
        } catch (IOException unreachable) {
            return "does not answer at " + address;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    private static String problem(HttpResponse<String> answer) {
        try {
            String detail = JSON.readTree(answer.body()).path("detail").asText();
            return detail.isEmpty() ? "answered " + answer.statusCode() : detail;
        } catch (IOException noJson) {
            return "answered " + answer.statusCode();
        }
    }
}
