package org.leye.testsupport;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicInteger;

import org.leye.platform.identity.IdNumber;
import org.leye.platform.identity.Sex;

/** Invented people: valid numbers whose area code was never assigned, so that no living person's number is made. */
public final class People {

    private static final String AREA_NEVER_ASSIGNED = "990099";
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final AtomicInteger NEXT = new AtomicInteger();

    private People() {}

    /** Somebody born on that day; nobody comes twice for one day within a thousand. */
    public static IdNumber born(LocalDate birthDate, Sex sex) {
        int order = NEXT.getAndIncrement() % 500 * 2 + (sex == Sex.MALE ? 1 : 0);
        return withOrder(birthDate, order);
    }

    /** Somebody of working age, each time another. */
    public static IdNumber anyone() {
        int number = NEXT.getAndIncrement();
        return withOrder(LocalDate.of(1980, 1, 1).plusDays(number / 500), number % 500 * 2 + 1);
    }

    private static IdNumber withOrder(LocalDate birthDate, int order) {
        var digits = AREA_NEVER_ASSIGNED + birthDate.format(DateTimeFormatter.BASIC_ISO_DATE) + "%03d".formatted(order);
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (digits.charAt(i) - '0') * WEIGHTS[i];
        }
        return IdNumber.parse(digits + "10X98765432".charAt(sum % 11));
    }
}
