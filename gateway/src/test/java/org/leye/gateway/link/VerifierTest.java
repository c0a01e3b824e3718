package org.leye.gateway.link;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import org.leye.platform.problem.ProblemException;
import org.leye.platform.problem.RequestProblem;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifierTest {

    @TempDir
    private Path folder;

    @Test
    void theVerifierThatBelievesEverybodyCountsInASandboxOnly() {
        assertDoesNotThrow(() -> Verifier.requireLawful(Verifier.OF_THE_SANDBOX, true, false));
        assertThrows(IllegalStateException.class, () -> Verifier.requireLawful(Verifier.OF_THE_SANDBOX, false, false));
        assertThrows(IllegalStateException.class, () -> Verifier.requireLawful(Verifier.OF_THE_SANDBOX, true, true));
        assertDoesNotThrow(() -> Verifier.requireLawful("https://verifier.test", false, true));
    }

    @Test
    void keysThatSomebodyOnTheWayCouldForgeCountInASandboxOnly() {
        var forgeable = URI.create("http://verifier.test/keys");
        assertThrows(IllegalStateException.class, () -> Verifier.requireUnforged(forgeable, false));
        assertDoesNotThrow(() -> Verifier.requireUnforged(forgeable, true));
        assertDoesNotThrow(() -> Verifier.requireUnforged(URI.create("https://verifier.test/keys"), false));
        assertDoesNotThrow(() -> Verifier.requireUnforged(URI.create("file:///keys.json"), false));
    }

    @Test
    void withoutAVerifierNothingCanBeLinked() {
        var verifier = new Verifier(config(Map.of()), false);
        var refusal = assertThrows(ProblemException.class, verifier::keys);
        assertEquals(LinkProblem.LINK_NOT_CONFIGURED, refusal.type());
        assertEquals(501, refusal.type().kind().status());
    }

    @Test
    void aFileOfKeysMayBeReplacedAndOneThatIsMissingIsNoVerdictOnTheProof() throws Exception {
        var file = folder.resolve("keys.json");
        var verifier = new Verifier(
                config(Map.of(
                        "leye.gateway.link.verifier-issuer",
                        "https://verifier.test",
                        "leye.gateway.link.verifier-keys",
                        file.toUri().toString())),
                false);
        var refusal = assertThrows(ProblemException.class, verifier::keys);
        assertEquals(RequestProblem.TEMPORARILY_UNAVAILABLE, refusal.type());
        Files.writeString(file, "{\"keys\":[]}");
        assertDoesNotThrow(verifier::keys);
    }

    private static LinkConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(LinkConfig.class)
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .build()
                .getConfigMapping(LinkConfig.class);
    }
}
