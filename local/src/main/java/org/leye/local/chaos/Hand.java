package org.leye.local.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.leye.local.Part;
import org.leye.local.Ports;
import org.leye.local.keycloak.KeycloakAdmin;
import org.leye.local.keycloak.KeycloakUnreachable;
import org.leye.local.keycloak.SigningKeys;
import org.leye.local.process.Pause;
import org.leye.local.suite.Suite;

/** Does to a suite what a fault says, and puts it right again. */
final class Hand {

    /** Long enough for a second copy to be given its share of the topics. */
    private static final Duration TOGETHER = Duration.ofSeconds(4);

    /** Keycloak's pool hands out connections of a dead server for a while. */
    private static final int TRIES = 120;

    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private final Suite suite;

    Hand(Suite suite) {
        this.suite = suite;
    }

    /** Answers when the part is ready again. */
    void strike(Fault fault, int number) {
        switch (fault.kind()) {
            case KILL -> {
                suite.kill(fault.part());
                comeBack(fault, number);
            }
            case RESTART -> {
                suite.stop(fault.part());
                comeBack(fault, number);
            }
            case KILL_ONE_OF_TWO -> killOneOfTwo(fault, number);
            case ROTATE_KEY -> rotateKey();
        }
    }

    /** Starts every part that should run and does not. */
    void reviveAll() {
        for (var part : Part.values()) {
            if (suite.process(part).isEmpty()) {
                suite.start(part);
            }
        }
    }

    private void comeBack(Fault fault, int number) {
        keepLog(fault.part(), number);
        Pause.of(fault.away());
        suite.start(fault.part());
    }

    private void killOneOfTwo(Fault fault, int number) {
        var second = suite.startReplica(fault.part(), Ports.free().of(Part.GATEWAY));
        try {
            Pause.of(TOGETHER);
            suite.kill(fault.part());
            comeBack(fault, number);
        } finally {
            second.stop();
        }
    }

    /** Keycloak refuses the first calls after its database was away: an operator would try again. */
    private void rotateKey() {
        var keys = new SigningKeys(
                suite.ports().of(Part.KEYCLOAK),
                suite.settings().state().secrets().keycloakAdmin());
        for (int times = 1; true; times++) {
            try {
                keys.rotate();
                return;
            } catch (KeycloakAdmin.Refused | KeycloakUnreachable e) {
                if (times == TRIES) {
                    throw e;
                }
                Pause.of(BETWEEN_TRIES);
            }
        }
    }

    /** A part keeps the log of one earlier run only; whoever asks what happened needs them all. */
    private void keepLog(Part part, int number) {
        Path log = suite.settings().state().log(part);
        try {
            Path kept = Files.createDirectories(log.resolveSibling("chaos"));
            Files.copy(log, kept.resolve("%03d-%s.log".formatted(number, part.label())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
