package org.leye.platform.outbox.inbox;

import java.util.UUID;

/** One event as Kafka delivered it. */
record Delivery(UUID eventId, String topic, String recordKey, String type, byte[] payload) {}
