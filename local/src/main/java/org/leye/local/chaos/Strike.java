package org.leye.local.chaos;

import java.time.Instant;

/**
 * A fault that was done.
 *
 * @param number in the plan, from 1
 * @param at machine time
 * @param fault which
 * @param journeysUnderWay how many were walking at that moment
 * @param tookMillis until the part was ready again
 * @param trouble why the part did not come back by itself; empty when it did
 */
public record Strike(int number, Instant at, Fault fault, int journeysUnderWay, long tookMillis, String trouble) {}
