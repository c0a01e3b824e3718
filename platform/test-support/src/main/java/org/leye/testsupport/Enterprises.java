package org.leye.testsupport;

import java.util.concurrent.atomic.AtomicInteger;

import org.leye.platform.identity.Uscc;

/** Invented enterprises: valid credit codes of a place that does not exist, each time another. */
public final class Enterprises {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final AtomicInteger NEXT = new AtomicInteger();

    private Enterprises() {}

    public static Uscc any() {
        var body = "91990099MA%07d".formatted(NEXT.getAndIncrement());
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += ALPHABET.indexOf(body.charAt(i)) * WEIGHTS[i];
        }
        return new Uscc(body + ALPHABET.charAt((31 - sum % 31) % 31));
    }
}
