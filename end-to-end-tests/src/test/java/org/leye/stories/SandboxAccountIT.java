package org.leye.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Gatherers;
import java.util.stream.IntStream;

import org.leye.local.token.SandboxTokens;
import org.leye.stories.RunningSuite.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Callers share accounts of the sandbox, as the parts of an integrator's system share one. */
@ExtendWith(RunningSuite.class)
class SandboxAccountIT {

    private static final int AT_ONCE = 16;
    private static final int LOGINS = 160;

    @Test
    void manyMayLogInToOneAccountAtOnce(Stage stage) {
        // Given
        newTokens(stage).newcomer("shared");

        // When
        var tokens = IntStream.range(0, LOGINS)
                .boxed()
                .gather(Gatherers.mapConcurrent(
                        AT_ONCE, login -> newTokens(stage).newcomer("shared")))
                .toList();

        // Then
        assertEquals(LOGINS, tokens.size());
    }

    private static SandboxTokens newTokens(Stage stage) {
        return SandboxTokens.of(stage.suite().ports(), stage.state().secrets());
    }
}
