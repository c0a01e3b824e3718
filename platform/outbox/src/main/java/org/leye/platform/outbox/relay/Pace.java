package org.leye.platform.outbox.relay;

import java.time.Duration;

/**
 * How long the relay's steps may take.
 *
 * @param lease how long a bucket is ours after we asked
 * @param renewal how often we ask
 * @param block how long a send may wait for news of its topic
 * @param delivery how long Kafka may take to acknowledge
 * @param look how long to rest when nothing waits
 * @param firstRest how long an aggregate rests after a failed send; twice as long after each further one
 * @param longestRest and no longer than this
 */
record Pace(
        Duration lease,
        Duration renewal,
        Duration block,
        Duration delivery,
        Duration look,
        Duration firstRest,
        Duration longestRest) {

    static final Pace NORMAL = new Pace(
            Duration.ofSeconds(30),
            Duration.ofSeconds(10),
            Duration.ofSeconds(1),
            Duration.ofSeconds(10),
            Duration.ofMillis(50),
            Duration.ofMillis(500),
            Duration.ofSeconds(5));

    Pace {
        if (lease.minus(block).minus(delivery).compareTo(renewal) <= 0) {
            throw new IllegalArgumentException("a send must be decided before its lease can pass on");
        }
    }

    /** How long after a renewal we may begin to send: what we sent is decided before the lease can pass on. */
    Duration sending() {
        return lease.minus(block).minus(delivery);
    }

    Duration rest(int failures) {
        var rest = firstRest.multipliedBy(1L << Math.min(failures - 1, 10));
        return rest.compareTo(longestRest) > 0 ? longestRest : rest;
    }
}
