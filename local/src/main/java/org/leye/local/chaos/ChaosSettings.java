package org.leye.local.chaos;

import java.time.Duration;

/**
 * How much chaos.
 *
 * @param seed of the plan of faults
 * @param kills how many processes are ended as by a power cut; 0 leaves the journeys alone
 * @param journeys how many walk at the same time
 * @param kafkaAway how long Kafka is away the first time
 * @param limit after which no further fault is struck
 */
public record ChaosSettings(long seed, int kills, int journeys, Duration kafkaAway, Duration limit) {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    public ChaosSettings {
        if (kills < 0 || journeys < 1) {
            throw new IllegalArgumentException("kills must be 0 or more, journeys 1 or more");
        }
    }

    /** How long a caller bears trouble. */
    Duration patience() {
        return kafkaAway.plus(PATIENCE);
    }
}
