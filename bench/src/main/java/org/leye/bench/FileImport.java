package org.leye.bench;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CancellationException;

import org.leye.local.Part;
import org.leye.local.process.Pause;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Sends files to subsidy-service and waits for what becomes of them. */
final class FileImport {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final double NANOS_PER_SECOND = 1e9;

    /**
     * What became of a file.
     *
     * @param uploadSeconds until the receipt was there and every line was stored
     * @param settleSeconds from then until every line had its fate
     */
    record Taken(double uploadSeconds, double settleSeconds, int rejected) {}

    private final OwnSuite own;
    private final String path;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .proxy(ProxySelector.of(null))
            .build();

    FileImport(OwnSuite own, String path) {
        this.own = own;
        this.path = path;
    }

    /** Sends the file and waits until all its lines have their fate; so many of them are to be rejected, all others new. */
    Taken take(Path file, String mediaType, int lines, int rejected) {
        long begun = System.nanoTime();
        JsonNode receipt;
        try {
            receipt = call(request("?source=bench")
                    .header("Content-Type", mediaType)
                    .POST(HttpRequest.BodyPublishers.ofFile(file)));
        } catch (FileNotFoundException e) {
            throw new IllegalStateException(e);
        }
        long stored = System.nanoTime();
        while (!receipt.path("state").asText().equals("DONE")) {
            Pause.of(POLL);
            receipt = call(request("/" + receipt.path("id").asText()).GET());
            requireTime(begun);
        }
        long settled = System.nanoTime();
        if (receipt.path("rejected").asInt() != rejected
                || receipt.path("created").asInt() != lines - rejected) {
            throw new IllegalStateException("not what was sent: " + receipt);
        }
        return new Taken((stored - begun) / NANOS_PER_SECOND, (settled - stored) / NANOS_PER_SECOND, rejected);
    }

    /** Waits until Kafka has every event of the service. */
    void awaitTold() {
        long begun = System.nanoTime();
        try (var connection = own.database(Part.SUBSIDY);
                var statement = connection.prepareStatement("select not exists (select from outbox)")) {
            while (true) {
                var row = statement.executeQuery();
                row.next();
                if (row.getBoolean(1)) {
                    return;
                }
                requireTime(begun);
                Pause.of(POLL);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the outbox could not be read", e);
        }
    }

    private HttpRequest.Builder request(String rest) {
        return HttpRequest.newBuilder(URI.create(own.url(Part.SUBSIDY) + path + rest))
                .timeout(LIMIT)
                .header("Authorization", "Bearer " + own.token("COUNTY"));
    }

    private JsonNode call(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(
                        "the import was answered " + answer.statusCode() + ": " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    private static void requireTime(long begun) {
        if (System.nanoTime() - begun > LIMIT.toNanos()) {
            throw new IllegalStateException("the import did not come to an end within " + LIMIT);
        }
    }
}
