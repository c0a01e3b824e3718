package org.leye.local.rotation;

import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;

import org.leye.local.Part;
import org.leye.local.StartFailure;
import org.leye.local.suite.Suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The services of a suite on this machine, asked over HTTP as an administrator. */
public final class RunningServices implements KeyedServices {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Counting reads whole tables. */
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final Suite suite;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .proxy(ProxySelector.of(null))
            .build();

    public RunningServices(Suite suite) {
        this.suite = suite;
    }

    @Override
    public Optional<Keys> keys(Part service) {
        try {
            return Optional.of(read(answer(request(service, "data-keys").GET())));
        } catch (IOException unreachable) {
            return Optional.empty();
        }
    }

    @Override
    public void restart(Part service) {
        suite.restart(service);
    }

    @Override
    public void sealAnew(Part service) {
        try {
            answer(request(service, "data-keys/resealing")
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .POST(HttpRequest.BodyPublishers.noBody()));
        } catch (IOException unreachable) {
            throw new StartFailure(service.label() + " does not answer; run this command again", unreachable);
        }
    }

    private static Keys read(JsonNode answer) {
        List<String> configured = new ArrayList<>();
        Map<String, Long> values = new HashMap<>();
        for (JsonNode key : answer.path("keys")) {
            values.put(key.path("id").asText(), key.path("values").asLong());
            if (key.path("configured").asBoolean()) {
                configured.add(key.path("id").asText());
            }
        }
        return new Keys(
                configured, values, answer.path("resealing").path("running").asBoolean());
    }

    private HttpRequest.Builder request(Part service, String path) {
        URI address = suite.url(service).resolve("/%s/v1/%s".formatted(service.label(), path));
        return HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + suite.tokens().token("ADMIN"));
    }

    private JsonNode answer(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new StartFailure("%s answered %d".formatted(answer.uri(), answer.statusCode()));
            }
            return JSON.readTree(answer.body());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }
}
