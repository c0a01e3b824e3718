package org.leye.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

import org.leye.local.token.SandboxClaims;
import org.leye.stories.RunningSuite;
import org.leye.stories.RunningSuite.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Hostile values in bodies, paths, parameters and headers of every operation: never a 5xx, every refusal a problem. A short run in the build;
 * {@code -Dleye.probe.requests=20000} for a long one, {@code -Dleye.probe.seed} for another.
 */
@ExtendWith(RunningSuite.class)
class HostileIT {

    private static final int REQUESTS = Integer.getInteger("leye.probe.requests", 2_000);
    private static final long SEED = Long.getLong("leye.probe.seed", 20260301L);
    private static final List<String> HEADERS = List.of(
            "Idempotency-Key", "If-Match", "Accept-Language", "Content-Type", "Accept", "X-Request-Id", "traceparent");

    @Test
    void noOperationBreaks(Stage stage) {
        var probe = new Probe(stage.gateway());
        var values = new HostileValues(SEED);
        var operations = probe.catalogue();
        var tokens = new HashMap<String, String>();

        var broken = new ArrayList<String>();
        for (int request = 0; request < REQUESTS; request++) {
            var operation = operations.get(request % operations.size());
            var call = bent(probe, operation, values);
            if (!operation.open()) {
                call.as(tokens.computeIfAbsent(anyRole(operation, values), role -> token(stage, role)));
            }
            var answer = call.send();
            if (!isSound(answer)) {
                broken.add("request " + request + ", " + operation.name() + ": " + answer.statusCode() + " "
                        + answer.body().lines().findFirst().orElse(""));
            }
        }
        System.out.printf("%d hostile requests, seed %d, %d broken%n", REQUESTS, SEED, broken.size());

        assertEquals(List.of(), broken);
    }

    /** A line or head that is too long to read is refused by the HTTP layer, without a word of ours. */
    private static boolean isSound(HttpResponse<String> answer) {
        if (answer.statusCode() < 400 || answer.statusCode() == 414 || answer.statusCode() == 431) {
            return true;
        }
        return answer.statusCode() < 500
                && answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json");
    }

    private static Probe.Call bent(Probe probe, Operation operation, HostileValues values) {
        var call = probe.call(operation);
        boolean hasBody = !operation.mediaType().isEmpty();
        boolean hasPath = operation.path().contains("{");
        switch (values.below(hasBody ? 8 : 4)) {
            case 0 -> call.header(HEADERS.get(values.below(HEADERS.size())), values.headerText());
            case 1 -> call.query(anyQuery(operation, values), values.text());
            case 2, 3 -> {
                if (hasPath) {
                    call.path(operation.path().replaceAll("(?s)^[^{]*\\{([^}]+)}.*$", "$1"), values.text());
                } else {
                    call.query(anyQuery(operation, values), values.text());
                }
            }
            default -> {
                var body = operation.example().isMissingNode() ? values.text() : values.bent(operation.example());
                // a well-formed future date would move the clock of the whole suite
                call.body(operation.path().endsWith("/business-clock") ? body.replace("20", "19") : body);
            }
        }
        return call;
    }

    private static String anyQuery(Operation operation, HostileValues values) {
        var names = operation.query();
        return names.isEmpty() || values.below(5) == 0 ? "noSuchParameter" : names.get(values.below(names.size()));
    }

    private static String anyRole(Operation operation, HostileValues values) {
        var roles = Doors.of(operation).stream().sorted().toList();
        return roles.get(values.below(roles.size()));
    }

    private static String token(Stage stage, String role) {
        return stage.suite().tokens().token(role, SandboxClaims.usualFor(role));
    }
}
