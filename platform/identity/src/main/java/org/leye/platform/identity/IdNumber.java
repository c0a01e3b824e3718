package org.leye.platform.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.leye.platform.problem.InvalidValueException;

import com.fasterxml.jackson.annotation.JsonCreator;

/**
 * A citizen identity number of 18 characters (GB 11643-1999): 6 area, 8 birth date, 3 order (odd = male), 1 check character.
 * A lower-case x becomes X. The area code is not a reason to refuse: abolished ones live on in people's papers.
 *
 * <p>Throws {@link InvalidValueException}: ID_NUMBER_LENGTH, ID_NUMBER_OLD_FORM (15 digits), ID_NUMBER_CHARACTER,
 * ID_NUMBER_BIRTH_DATE, ID_NUMBER_CHECK_CHARACTER. Source: GB 11643, domain.md C.1.
 */
public final class IdNumber {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_CHARACTERS = "10X98765432";
    private static final Pattern SHAPE = Pattern.compile("\\d{17}[\\dX]");
    private static final Pattern OLD_SHAPE = Pattern.compile("\\d{15}");

    private final String value;
    private final LocalDate birthDate;

    private IdNumber(String value) {
        this.value = value;
        this.birthDate = birthDateIn(value);
    }

    @JsonCreator
    public static IdNumber parse(String text) {
        var number = text.strip().toUpperCase(Locale.ROOT);
        if (OLD_SHAPE.matcher(number).matches()) {
            // The 18-digit form is not spelled out: an answer never carries a number (architecture.md 1, law 6).
            throw new InvalidValueException(
                    "ID_NUMBER_OLD_FORM",
                    "15 位旧号码已停用，请填写 18 位公民身份号码",
                    "this is the old form of 15 digits; give the number of 18 characters");
        }
        if (number.length() != 18) {
            throw new InvalidValueException(
                    "ID_NUMBER_LENGTH", "公民身份号码须为 18 位", "an identity number has 18 characters");
        }
        if (!SHAPE.matcher(number).matches()) {
            throw new InvalidValueException(
                    "ID_NUMBER_CHARACTER", "公民身份号码含有无效字符", "an identity number holds digits, and X at the end only");
        }
        var parsed = new IdNumber(number);
        if (checkCharacter(number) != number.charAt(17)) {
            throw new InvalidValueException(
                    "ID_NUMBER_CHECK_CHARACTER", "公民身份号码校验位不符", "the check character does not match");
        }
        return parsed;
    }

    /** The whole number. For the person key, encryption and a role that may see it; nothing else. */
    public String value() {
        return value;
    }

    public LocalDate birthDate() {
        return birthDate;
    }

    public Sex sex() {
        return (value.charAt(16) - '0') % 2 == 1 ? Sex.MALE : Sex.FEMALE;
    }

    /** Whether the area code was ever assigned. If not, an officer is warned; the number is accepted all the same. */
    public boolean areaIsKnown() {
        return KnownAreas.CODES.contains(value.substring(0, 6));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IdNumber number && number.value.equals(value);
    }

    @Override
    public int hashCode() {
        return Objects.hash(value);
    }

    /** Masked, so that a number that slips into a log line or message does no harm. */
    @Override
    public String toString() {
        return Masking.idNumber(value);
    }

    private static LocalDate birthDateIn(String number) {
        try {
            var date = LocalDate.of(
                    Integer.parseInt(number, 6, 10, 10),
                    Integer.parseInt(number, 10, 12, 10),
                    Integer.parseInt(number, 12, 14, 10));
            if (!date.isAfter(LocalDate.now(BusinessZone.ID))) {
                return date;
            }
        } catch (DateTimeException impossibleDate) {
            // refused below
        }
        throw new InvalidValueException(
                "ID_NUMBER_BIRTH_DATE", "出生日期无效", "the birth date in the number is not a past date");
    }

    private static char checkCharacter(String number) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (number.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECK_CHARACTERS.charAt(sum % 11);
    }

    private static final class KnownAreas {

        /** Area codes ever assigned, abolished ones included; compiled from public lists of 2023. */
        static final Set<String> CODES = read();

        private static Set<String> read() {
            try (var file = Objects.requireNonNull(IdNumber.class.getResourceAsStream("/area-codes.txt"))) {
                return new String(file.readAllBytes(), StandardCharsets.US_ASCII)
                        .lines()
                        .collect(Collectors.toSet());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
