package org.leye.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;

import org.leye.platform.identity.IdNumber;
import org.leye.platform.problem.InvalidValueException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InsuredMonthFileTest {

    @TempDir
    private Path folder;

    @Test
    void oneLineInAHundredIsBadAndNobodyComesTwice() throws IOException {
        // Given
        var file = new InsuredMonthFile(InsuredMonthFile.Format.CSV, YearMonth.of(2024, 1), 2_500);

        // When
        var numbers = Files.readAllLines(file.writeTo(folder.resolve("file"))).stream()
                .skip(1)
                .map(line -> line.split(",")[0])
                .toList();

        // Then
        assertEquals(2_500, numbers.stream().distinct().count());
        assertEquals(25, numbers.stream().filter(InsuredMonthFileTest::isBad).count());
    }

    private static boolean isBad(String number) {
        try {
            IdNumber.parse(number);
            return false;
        } catch (InvalidValueException bad) {
            return true;
        }
    }
}
