package org.leye.platform.outbox.relay;

import java.time.OffsetDateTime;
import java.util.UUID;

/** An event that waits to be sent. */
record OutboxRow(
        long seq,
        UUID eventId,
        int bucket,
        String topic,
        String recordKey,
        String type,
        OffsetDateTime at,
        byte[] payload) {

    /** Events of one aggregate are sent one after the other. */
    String aggregate() {
        return topic + "|" + recordKey;
    }
}
