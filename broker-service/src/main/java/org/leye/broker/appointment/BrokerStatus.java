package org.leye.broker.appointment;

import java.util.Set;

/** Where a broker stands. Ended (by term) and dismissed are final; another record may follow the first. Source: domain.md D.8. */
public enum BrokerStatus {
    NOMINATED,
    TRAINED,
    APPOINTED,
    SUSPENDED,
    ENDED,
    DISMISSED;

    Set<BrokerStatus> successors() {
        return switch (this) {
            case NOMINATED -> Set.of(TRAINED);
            case TRAINED -> Set.of(APPOINTED);
            case APPOINTED -> Set.of(SUSPENDED, ENDED, DISMISSED);
            case SUSPENDED -> Set.of(APPOINTED, ENDED, DISMISSED);
            case ENDED, DISMISSED -> Set.of();
        };
    }

    /** Whether a letter is in force, suspended or not. */
    boolean isInTerm() {
        return this == APPOINTED || this == SUSPENDED;
    }
}
