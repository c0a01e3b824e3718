package org.leye.platform.outbox.inbox;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One event as Kafka delivered it.
 *
 * @param traceparent the trace context of the request that led to it
 */
record Delivery(
        UUID eventId,
        String topic,
        String recordKey,
        String type,
        byte[] payload,
        @Nullable String traceparent) {}
