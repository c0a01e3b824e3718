package org.leye.platform.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.LocalDate;

import org.leye.platform.problem.InvalidValueException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdNumberTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11010519491231002X",
                "11010519491231002x",
                "330282197503150021",
                "330282196611054518",
                "513429199507200035",
                "33028219850505007X",
                "330282198002290012",
                " 330282197503150021 "
            })
    void acceptsValidNumbers(String number) {
        assertEquals(18, IdNumber.parse(number).value().length());
    }

    @ParameterizedTest
    @CsvSource({
        "330282197902290013, ID_NUMBER_BIRTH_DATE",
        "330282197503150022, ID_NUMBER_CHECK_CHARACTER",
        "330222010203001, ID_NUMBER_OLD_FORM",
        "33028219750315002, ID_NUMBER_LENGTH",
        "3302821975031500210, ID_NUMBER_LENGTH",
        "33028219750A150021, ID_NUMBER_CHARACTER",
        "３３０２８２１９７５０３１５００２１, ID_NUMBER_CHARACTER",
        "330282299901010016, ID_NUMBER_BIRTH_DATE"
    })
    void refusesOthersAndSaysWhy(String number, String code) {
        assertEquals(
                code,
                assertThrows(InvalidValueException.class, () -> IdNumber.parse(number))
                        .code());
    }

    @Test
    void readsBirthDateAndSex() {
        var number = IdNumber.parse("330282196611054518");
        assertEquals(LocalDate.of(1966, 11, 5), number.birthDate());
        assertEquals(Sex.MALE, number.sex());
        assertEquals(Sex.FEMALE, IdNumber.parse("330282197503150021").sex());
    }

    @Test
    void aLowerCaseXIsTheSameNumber() {
        assertEquals(IdNumber.parse("33028219850505007X"), IdNumber.parse("33028219850505007x"));
    }

    @Test
    void showsItselfMasked() {
        assertEquals("330282********0021", IdNumber.parse("330282197503150021").toString());
    }

    /** domain.md C.1: an area code that is not known warns and never refuses, hence such vectors are valid here. */
    @Test
    void agreesWithTheVectors() throws IOException {
        ReferenceData.rows("id_number_vectors.csv").forEach(row -> {
            boolean unknownArea = row[2].equals("area code");
            if (row[1].equals("1") || unknownArea) {
                assertEquals(!unknownArea, IdNumber.parse(row[0]).areaIsKnown(), row[0]);
            } else {
                assertThrows(InvalidValueException.class, () -> IdNumber.parse(row[0]), row[0]);
            }
        });
    }

    @Test
    void knowsAbolishedAreaCodes() {
        assertTrue(IdNumber.parse("330222190201091451").areaIsKnown());
        assertFalse(IdNumber.parse("999999190102030015").areaIsKnown());
    }
}
