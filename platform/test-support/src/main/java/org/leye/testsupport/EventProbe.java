package org.leye.testsupport;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

import org.leye.contracts.Event;
import org.leye.platform.outbox.EventJson;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Reads what a service really sent, and plays the other services by sending what they would send. */
public final class EventProbe {

    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private final String bootstrapServers;

    EventProbe(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** A probe of this broker. */
    public static EventProbe on(String bootstrapServers) {
        return new EventProbe(bootstrapServers);
    }

    /** Sends an event as another service would; the id tells whether it is the same event again. */
    public void send(UUID eventId, Event event) {
        var type = EventJson.typeOf(event.getClass());
        sendRaw(eventId, type.value(), type.topic().wireName(), event.recordKey(), EventJson.write(event));
    }

    public void send(Event event) {
        send(UUID.randomUUID(), event);
    }

    /** Sends bytes under any name, or a message without a value. */
    public void sendRaw(UUID eventId, String type, String topic, String key, byte @Nullable [] payload) {
        sendRaw(eventId, type, topic, key, payload, Map.of());
    }

    /** The same with further headers. */
    public void sendRaw(
            UUID eventId,
            String type,
            String topic,
            String key,
            byte @Nullable [] payload,
            Map<String, String> headers) {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringSerializer(), new ByteArraySerializer())) {
            var message = new ProducerRecord<>(topic, key, payload);
            message.headers().add("ce_id", eventId.toString().getBytes(StandardCharsets.UTF_8));
            message.headers().add("ce_type", type.getBytes(StandardCharsets.UTF_8));
            headers.forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            producer.send(message);
        }
    }

    /** The first event of this kind that fits, waiting for it if need be. Fails when it does not come. */
    public <E extends Event> E await(Class<E> type, Predicate<E> wanted) {
        var deadline = Instant.now().plus(DEADLINE);
        while (Instant.now().isBefore(deadline)) {
            for (var event : all(type)) {
                if (wanted.test(event)) {
                    return event;
                }
            }
        }
        throw new AssertionError("no " + type.getSimpleName() + " that fits was sent");
    }

    /** Every event of this kind sent so far. */
    public <E extends Event> List<E> all(Class<E> type) {
        var name = EventJson.typeOf(type).value();
        var events = new ArrayList<E>();
        for (var message : messages(EventJson.typeOf(type).topic().wireName())) {
            if (name.equals(header(message, "ce_type")) && message.value() != null) {
                try {
                    events.add(EventJson.read(message.value(), type));
                } catch (IOException notThisContract) {
                    // tests send such bytes on purpose; what a service sends is checked where it is awaited
                }
            }
        }
        return events;
    }

    /** Every message of a topic, from its beginning to its end at this moment. */
    public List<ConsumerRecord<String, byte[]>> messages(String topic) {
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var messages = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(messages::add);
            }
            return messages;
        }
    }

    /** A CloudEvents attribute or other header of a message. */
    public static String header(ConsumerRecord<?, ?> message, String name) {
        var header = message.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
