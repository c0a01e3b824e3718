package org.leye.local.chaos;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import org.leye.local.Part;
import org.leye.local.kafka.KafkaServer;
import org.leye.local.suite.Suite;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Everything that stands in the topics at one moment, by topic and record key, in order. Reads no content. */
final class EventLog {

    /** An event by its id and kind. */
    record Sent(UUID id, String type) {}

    private static final Duration POLL = Duration.ofMillis(200);

    private final Map<String, Map<String, List<Sent>>> byTopicAndKey = new TreeMap<>();
    private int records;

    /** What stands in the topics of this suite now. */
    static EventLog of(Suite suite) {
        var log = new EventLog();
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", KafkaServer.bootstrapServers(suite.ports().of(Part.KAFKA)));
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.listTopics().values().stream()
                    .flatMap(Collection::stream)
                    .filter(partition -> !partition.topic().startsWith("__"))
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(POLL).forEach(log::add);
            }
        }
        return log;
    }

    /** What was told of this record key, by topic; an event that was sent twice counts where it came first. */
    Map<String, List<String>> typesOf(String recordKey) {
        var types = new TreeMap<String, List<String>>();
        byTopicAndKey.forEach((topic, keys) -> {
            var sent = keys.getOrDefault(recordKey, List.of());
            if (!sent.isEmpty()) {
                types.put(topic, once(sent).stream().map(Sent::type).toList());
            }
        });
        return types;
    }

    /** Ids of all events, by topic and type as in {@code jobmatch.person jobmatch.person.registered.v1}. */
    Map<String, List<UUID>> idsByType() {
        return byTopicAndKey.entrySet().stream()
                .flatMap(topic -> topic.getValue().values().stream()
                        .flatMap(sent -> once(sent).stream())
                        .map(sent -> Map.entry(topic.getKey() + " " + sent.type(), sent.id())))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, TreeMap::new, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** How many records repeat an event that was sent before: harmless, and a sign that the storm hit the relay. */
    int sentAgain() {
        int events = byTopicAndKey.values().stream()
                .flatMap(keys -> keys.values().stream())
                .mapToInt(sent -> once(sent).size())
                .sum();
        return records - events;
    }

    int records() {
        return records;
    }

    private void add(ConsumerRecord<String, byte[]> message) {
        var id = header(message, "ce_id");
        if (!id.isEmpty()) {
            byTopicAndKey
                    .computeIfAbsent(message.topic(), topic -> new HashMap<>())
                    .computeIfAbsent(String.valueOf(message.key()), key -> new ArrayList<>())
                    .add(new Sent(UUID.fromString(id), header(message, "ce_type")));
            records++;
        }
    }

    private static List<Sent> once(List<Sent> sent) {
        return sent.stream().distinct().toList();
    }

    private static String header(ConsumerRecord<?, ?> message, String name) {
        var header = message.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
