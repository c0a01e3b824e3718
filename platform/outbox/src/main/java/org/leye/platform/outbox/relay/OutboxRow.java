package org.leye.platform.outbox.relay;

import java.time.OffsetDateTime;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An event that waits to be sent.
 *
 * @param epoch of the lease under which it was read; what becomes of it is written under no other
 */
record OutboxRow(
        long seq,
        UUID eventId,
        int bucket,
        long epoch,
        String topic,
        String recordKey,
        String type,
        OffsetDateTime at,
        byte[] payload,
        @Nullable String traceparent) {

    /** Events of one aggregate are sent one after the other. */
    String aggregate() {
        return topic + "|" + recordKey;
    }
}
