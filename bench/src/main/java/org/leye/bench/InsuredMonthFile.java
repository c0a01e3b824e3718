package org.leye.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;

import org.leye.local.journey.Invented;

/**
 * A file as social insurance would send it: one month of as many invented people as it has lines, insured by a thousand
 * enterprises.
 */
record InsuredMonthFile(Format format, YearMonth month, int lines) {

    /** One line in so many names a number with a wrong check character. */
    static final int ONE_BAD_IN = 100;

    private static final int NUMBERS_A_DAY = 1_000;
    private static final int ENTERPRISES = 1_000;

    /** How a file is written. */
    enum Format {
        NDJSON(
                "application/x-ndjson",
                "",
                "{\"idNumber\":\"%s\",\"month\":\"%s\",\"uscc\":\"%s\",\"kinds\":[\"PENSION\",\"MEDICAL\",\"UNEMPLOYMENT\"],\"baseFen\":%d}\n"),
        CSV("text/csv", "idNumber,month,uscc,kinds,baseFen\n", "%s,%s,%s,PENSION|MEDICAL|UNEMPLOYMENT,%d\n");

        private final String mediaType;
        private final String head;
        private final String line;

        Format(String mediaType, String head, String line) {
            this.mediaType = mediaType;
            this.head = head;
            this.line = line;
        }

        String mediaType() {
            return mediaType;
        }
    }

    /** How many of its lines are bad. */
    int bad() {
        return (lines + ONE_BAD_IN - 1) / ONE_BAD_IN;
    }

    /** Sends it and waits until all its lines have their fate. */
    FileImport.Taken take(OwnSuite own, FileImport imports) {
        return imports.take(
                writeTo(own.scratch().resolve("insured-months-" + month)), format.mediaType(), lines, bad());
    }

    Path writeTo(Path file) {
        try (var out = Files.newBufferedWriter(file)) {
            out.write(format.head);
            for (int i = 0; i < lines; i++) {
                out.write(String.format(
                        Locale.ROOT,
                        format.line,
                        number(i),
                        month,
                        Invented.uscc(i % ENTERPRISES),
                        400_000 + i % 1_000));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private static String number(int i) {
        var number = Invented.idNumber(LocalDate.of(1960, 1, 1).plusDays(i / NUMBERS_A_DAY), i % NUMBERS_A_DAY);
        if (i % ONE_BAD_IN != 0) {
            return number;
        }
        char check = number.charAt(number.length() - 1);
        return number.substring(0, number.length() - 1) + (check == '0' ? '1' : '0');
    }
}
