package org.leye.local.journey;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

import org.leye.local.token.BusinessClock;

/**
 * With whom a journey shares the suite, and how its people bear trouble.
 *
 * @param calendar who moves business time, which all journeys of a suite share
 * @param patience what a caller does when an answer is lost
 * @param payDay held by the journey whose finance officers pay: a batch takes up every case that is payable, also those of others
 */
public record Company(Calendar calendar, Patience patience, Lock payDay) {

    /** A journey that has the suite for itself and expects every call to succeed. */
    public static Company none(BusinessClock clock) {
        return new Company(Calendar.of(clock), Patience.NONE, new ReentrantLock());
    }
}
