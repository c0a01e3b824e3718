package org.leye.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;

import org.leye.local.token.SandboxClaims;
import org.leye.local.token.SandboxTokens;
import org.leye.stories.RunningSuite;
import org.leye.stories.RunningSuite.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every operation lets in the roles of doors.csv and nobody else, with tokens of the real issuer. */
@ExtendWith(RunningSuite.class)
class DoorsIT {

    private static final int AT_A_TIME = 6;

    @Test
    void everyOperationOfTheCatalogueHasItsDoorWrittenDown(Stage stage) {
        var served = new Probe(stage.gateway())
                .catalogue().stream().map(Operation::name).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(String.join("\n", served), String.join("\n", Doors.all().keySet()));
    }

    @Test
    void onlyTheRolesOfItsDoorGetIn(Stage stage) {
        // Given
        var probe = new Probe(stage.gateway());
        var tokens = tokens(stage.suite().tokens());

        // When
        var wrong = probe.catalogue().stream()
                .filter(operation -> !Doors.of(operation).contains(Doors.ANYBODY))
                .gather(Gatherers.mapConcurrent(AT_A_TIME, operation -> wrongAt(operation, probe, tokens)))
                .flatMap(List::stream)
                .toList();

        // Then
        assertEquals(List.of(), wrong);
    }

    private static List<String> wrongAt(Operation operation, Probe probe, Map<String, String> tokens) {
        var wrong = new ArrayList<String>();
        int withoutToken = probe.call(operation).send().statusCode();
        if (withoutToken != 401) {
            wrong.add(operation.name() + " answered " + withoutToken + " to nobody");
        }
        tokens.forEach((role, token) -> {
            var answer = probe.call(operation).as(token).send();
            boolean letIn = answer.statusCode() != 401
                    && !(answer.statusCode() == 403 && answer.body().contains("\"FORBIDDEN\""));
            if (letIn != Doors.of(operation).contains(role)) {
                wrong.add(operation.name() + " answered " + answer.statusCode() + " to " + role);
            }
        });
        return wrong;
    }

    /** A stranger of each role: an officer of a town where nothing is, a person and an enterprise without records. */
    private static Map<String, String> tokens(SandboxTokens issuer) {
        var tokens = new HashMap<String, String>();
        for (var role : Doors.ROLES) {
            tokens.put(role, issuer.token(role, SandboxClaims.usualFor(role)));
        }
        return tokens;
    }
}
