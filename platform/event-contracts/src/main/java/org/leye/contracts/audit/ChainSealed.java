package org.leye.contracts.audit;

import java.time.Instant;

import org.leye.contracts.Event;
import org.leye.contracts.EventType;
import org.leye.contracts.Topic;

/**
 * How far a service's audit chain has come. Whoever keeps it can later prove that the chain up to here is still the same.
 *
 * @param service the service's name, such as {@code subsidy-service}
 * @param batch number of the newest batch
 * @param hash its hash, hexadecimal; it stands for all rows up to here
 * @param rows how many rows that batch sealed
 */
@EventType(value = "audit.witness.sealed.v1", topic = Topic.AUDIT_WITNESS)
public record ChainSealed(String service, long batch, String hash, int rows, Instant sealedAt) implements Event {

    @Override
    public String recordKey() {
        return service;
    }
}
