package org.leye.local.journey;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Invented numbers with valid check characters and an area code that was never assigned: nobody living has them. */
public final class Invented {

    private static final String AREA_NEVER_ASSIGNED = "990099";
    private static final int[] ID_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String ID_CHECK_CHARACTERS = "10X98765432";
    private static final int[] USCC_WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final String USCC_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final RandomGenerator RANDOM = new SecureRandom();
    private static final Set<String> GIVEN = ConcurrentHashMap.newKeySet();

    private Invented() {}

    /** A number for somebody born on that day; an odd order (0 to 999) is a man's. */
    public static String idNumber(LocalDate birthDate, int order) {
        String digits =
                AREA_NEVER_ASSIGNED + birthDate.format(DateTimeFormatter.BASIC_ISO_DATE) + "%03d".formatted(order);
        int sum = 0;
        for (int i = 0; i < ID_WEIGHTS.length; i++) {
            sum += (digits.charAt(i) - '0') * ID_WEIGHTS[i];
        }
        return digits + ID_CHECK_CHARACTERS.charAt(sum % 11);
    }

    /** A credit code of an enterprise with this serial, 0 to 9999999. */
    public static String uscc(int serial) {
        String body = "91" + AREA_NEVER_ASSIGNED + "MA%07d".formatted(serial);
        int sum = 0;
        for (int i = 0; i < USCC_WEIGHTS.length; i++) {
            sum += USCC_ALPHABET.indexOf(body.charAt(i)) * USCC_WEIGHTS[i];
        }
        return body + USCC_ALPHABET.charAt((31 - sum % 31) % 31);
    }

    /** A woman of working age whom no earlier journey of this program has met, nor another's, as good as certainly. */
    static String someWoman() {
        return fresh(() -> idNumber(LocalDate.of(1978, 1, 1).plusDays(RANDOM.nextInt(8_000)), RANDOM.nextInt(500) * 2));
    }

    static String someEnterprise() {
        return fresh(() -> uscc(RANDOM.nextInt(10_000_000)));
    }

    /** Six digits for the filing of an assessment body. */
    static String someSerial() {
        return fresh(() -> "%06d".formatted(RANDOM.nextInt(1_000_000)));
    }

    /** Hundreds of journeys in one suite would meet the same number twice sooner than one thinks. */
    private static String fresh(Supplier<String> draw) {
        String drawn = draw.get();
        while (!GIVEN.add(drawn)) {
            drawn = draw.get();
        }
        return drawn;
    }
}
