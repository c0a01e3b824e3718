package org.leye.testsupport;

import java.util.concurrent.atomic.AtomicInteger;

import org.leye.local.journey.Invented;
import org.leye.platform.identity.Uscc;

/** Invented enterprises: valid credit codes of a place that does not exist, each time another. */
public final class Enterprises {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private Enterprises() {}

    public static Uscc any() {
        return new Uscc(Invented.uscc(NEXT.getAndIncrement()));
    }
}
