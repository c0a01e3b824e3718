package org.leye.testsupport;

import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;

import org.leye.local.journey.Invented;
import org.leye.platform.identity.IdNumber;
import org.leye.platform.identity.Sex;

/** Invented people: valid numbers whose area code was never assigned, so that no living person's number is made. */
public final class People {

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
        return IdNumber.parse(Invented.idNumber(birthDate, order));
    }
}
