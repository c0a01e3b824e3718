package org.leye.local.chaos;

import org.leye.local.journey.Players;

/**
 * A journey that has ended.
 *
 * @param name round and number
 * @param players whom it was about
 * @param tookMillis from the first call to the last answer
 * @param broke why it could not go on; empty if it came to its end
 */
record Walked(String name, Players players, long tookMillis, String broke) {}
