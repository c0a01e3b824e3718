package org.leye.local.token;

import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;

import org.leye.local.Part;
import org.leye.local.Ports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The business date of all services together; each keeps its own and works off the days in between in order. */
public final class BusinessClock {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration POLL = Duration.ofMillis(200);

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
     * Moves every service to this day; answers when all have it and have done what fell due until then.
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
        if (problems.isEmpty()) {
            for (Part service : Part.domainServices()) {
                awaitWorkedThrough(service, day, token);
            }
        }
        return problems;
    }

    private void awaitWorkedThrough(Part service, LocalDate day, String token) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (workedThrough(service, token).isBefore(day)) {
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException(service.label() + " has not done what fell due by " + day);
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    /** A service of the release before does not tell how far it has come, so there is nothing to wait for. */
    private LocalDate workedThrough(Part service, String token) {
        HttpRequest request = HttpRequest.newBuilder(address(service))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                return LocalDate.MIN;
            }
            JsonNode day = JSON.readTree(answer.body()).path("workedThrough");
            return day.isMissingNode() ? LocalDate.MAX : LocalDate.parse(day.asText());
        } catch (IOException unreachable) {
            return LocalDate.MIN;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    private URI address(Part service) {
        return URI.create("http://127.0.0.1:%d/%s/v1/business-clock".formatted(ports.of(service), service.label()));
    }

    private String move(Part service, LocalDate day, String token) {
        URI address = address(service);
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
