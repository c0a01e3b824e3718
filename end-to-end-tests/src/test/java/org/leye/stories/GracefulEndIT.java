package org.leye.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.leye.local.Part;
import org.leye.local.postgres.PostgresServer;
import org.leye.local.process.ChildProcess;
import org.leye.local.process.LogFile;
import org.leye.stories.RunningSuite.Stage;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever is being served when a process is asked to end is served to the end. */
@ExtendWith(RunningSuite.class)
class GracefulEndIT {

    private static final int IN_FLIGHT = 30;
    /** Connections that a service has to its database: so many requests wait for the lock, the others for a connection. */
    private static final int WAITING = 8;

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String PATH = "/training/v1/assessment-bodies";

    @Test
    void aServiceAnswersWhatIsInFlight(Stage stage) throws Exception {
        endWhileRequestsWait(stage, Part.TRAINING);
    }

    @Test
    void theGatewayAnswersWhatIsInFlight(Stage stage) throws Exception {
        endWhileRequestsWait(stage, Part.GATEWAY);
    }

    private static void endWhileRequestsWait(Stage stage, Part part) throws Exception {
        var token = stage.suite().tokens().token("COUNTY");
        var address = URI.create(stage.suite().url(part) + PATH);
        try (var client = HttpClient.newHttpClient();
                var threads = Executors.newVirtualThreadPerTaskExecutor();
                var lock = connection(stage);
                // of its own: a transaction sees the sessions of the moment at which it first looked
                var watch = connection(stage)) {
            // Given: requests that wait for a table which somebody holds
            assertEquals(200, get(client, address, token).statusCode());
            lock.setAutoCommit(false);
            lock.createStatement().execute("lock table assessment_body in access exclusive mode");
            List<CompletableFuture<HttpResponse<String>>> requests = IntStream.range(0, IN_FLIGHT)
                    .mapToObj(number -> client.sendAsync(request(address, token), BodyHandlers.ofString()))
                    .toList();
            awaitWaiting(watch);

            // When
            ChildProcess process = stage.suite().process(part).orElseThrow();
            var end = CompletableFuture.supplyAsync(() -> process.stop(PATIENCE), threads);
            awaitLine(process, "Waiting for HTTP requests to complete");
            lock.rollback();

            // Then: each has its whole answer, the process ends by itself, and nobody is let in any more
            var statuses = new ArrayList<Integer>();
            for (var request : requests) {
                statuses.add(request.get().statusCode());
            }
            assertEquals(IntStream.range(0, IN_FLIGHT).mapToObj(number -> 200).toList(), statuses);
            assertEquals(ChildProcess.End.CLEAN, end.get());
            assertTrue(isRefused(client, address, token));
        } finally {
            if (stage.suite().process(part).isEmpty()) {
                stage.suite().start(part);
            }
        }
    }

    private static void awaitWaiting(Connection connection) {
        awaitOf("requests that wait for the lock").until(() -> {
            try (var rows = connection
                    .createStatement()
                    .executeQuery("select count(*) from pg_stat_activity where datname = 'training'"
                            + " and wait_event_type = 'Lock'")) {
                rows.next();
                return rows.getInt(1) >= WAITING;
            }
        });
    }

    private static void awaitLine(ChildProcess process, String text) {
        var log = new LogFile(process.log());
        awaitOf(text).until(() -> log.contains(text));
    }

    private static ConditionFactory awaitOf(String what) {
        return Awaitility.await(what).atMost(PATIENCE).pollInterval(Duration.ofMillis(20));
    }

    private static boolean isRefused(HttpClient client, URI address, String token) throws Exception {
        try {
            get(client, address, token);
            return false;
        } catch (ConnectException refused) {
            return true;
        }
    }

    private static HttpResponse<String> get(HttpClient client, URI address, String token) throws Exception {
        return client.send(request(address, token), BodyHandlers.ofString());
    }

    private static HttpRequest request(URI address, String token) {
        return HttpRequest.newBuilder(address)
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", "Bearer " + token)
                .timeout(PATIENCE)
                .build();
    }

    private static Connection connection(Stage stage) throws SQLException {
        return DriverManager.getConnection(
                PostgresServer.jdbcUrl(stage.suite().ports().of(Part.POSTGRES), "training"),
                PostgresServer.SUPERUSER,
                stage.state().secrets().postgresSuperuser());
    }
}
