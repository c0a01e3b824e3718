package org.leye.platform.outbox.relay;

import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;

import org.leye.contracts.Topic;
import org.leye.platform.http.Trace;

import org.apache.kafka.clients.producer.ProducerRecord;

/** An event on the wire: CloudEvents 1.0 in binary mode, the attributes as headers, the contract record as the value. */
final class CloudEvent {

    private CloudEvent() {}

    static ProducerRecord<String, byte[]> of(OutboxRow row) {
        var message = new ProducerRecord<>(row.topic(), row.recordKey(), row.payload());
        header(message, "ce_specversion", "1.0");
        header(message, "ce_id", row.eventId().toString());
        header(message, "ce_type", row.type());
        header(message, "ce_source", "/" + source(row));
        header(message, "ce_time", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(row.at()));
        header(message, "content-type", "application/json");
        if (row.traceparent() != null) {
            header(message, Trace.HEADER, row.traceparent());
        }
        return message;
    }

    /** The service that owns the topic; of the one topic that all write to, the service that it is keyed by. */
    private static String source(OutboxRow row) {
        return row.topic().equals(Topic.AUDIT_WITNESS.wireName())
                ? row.recordKey().replaceFirst("-service$", "")
                : row.topic().split("\\.", 2)[0];
    }

    private static void header(ProducerRecord<?, ?> message, String name, String value) {
        message.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
