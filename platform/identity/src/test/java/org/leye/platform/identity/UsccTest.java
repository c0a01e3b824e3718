package org.leye.platform.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.Locale;

import org.leye.platform.problem.InvalidValueException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsccTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "91350100M000100Y43",
                "91110000101623741K",
                "911101066976941872",
                "91330282MA2AC0013P",
                "91330282MA2AC0021J",
                "91330282MA2AC0048A",
                "91330282MA2B000190",
                "91330282MA2B00131Y",
                "91330282ma2ac0013p"
            })
    void acceptsValidCodes(String code) {
        assertEquals(code.toUpperCase(Locale.ROOT), new Uscc(code).value());
    }

    @Test
    void refusesAPublishedCodeWhoseCheckCharacterIsWrong() {
        var refusal = assertThrows(InvalidValueException.class, () -> new Uscc("91350211M0000XUF46"));
        assertEquals("USCC_CHECK_CHARACTER", refusal.code());
    }

    @Test
    void agreesWithTheVectors() throws IOException {
        ReferenceData.rows("uscc_vectors.csv").forEach(row -> {
            if (row[1].equals("1")) {
                assertEquals(row[0].toUpperCase(Locale.ROOT), new Uscc(row[0]).value());
            } else {
                assertThrows(InvalidValueException.class, () -> new Uscc(row[0]), row[0]);
            }
        });
    }
}
