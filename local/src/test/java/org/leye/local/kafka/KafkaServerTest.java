package org.leye.local.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.leye.local.Part;
import org.leye.local.Ports;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaServerTest {

    @TempDir
    private Path folder;

    @Test
    void keepsRecordOverKillAndStop() throws Exception {
        // Given
        Ports ports = Ports.free();
        KafkaSettings settings = KafkaSettings.in(folder, ports.of(Part.KAFKA), ports.kafkaController());
        KafkaServer server = KafkaServer.start(settings);
        send(server, "a worker came");

        // When
        server.kill();
        server = KafkaServer.start(settings);
        send(server, "she was placed");
        server.stop();
        server = KafkaServer.start(settings);

        // Then
        List<String> kept = read(server, 2);
        server.stop();
        assertEquals(List.of("a worker came", "she was placed"), kept);
        assertFalse(server.process().alive());
    }

    private static void send(KafkaServer server, String text) throws Exception {
        Map<String, Object> where = Map.of("bootstrap.servers", server.bootstrapServers());
        try (Admin admin = Admin.create(where)) {
            if (!admin.listTopics().names().get().contains("story")) {
                admin.createTopics(List.of(new NewTopic("story", Optional.of(1), Optional.empty())))
                        .all()
                        .get();
            }
        }
        Map<String, Object> sender = Map.of("bootstrap.servers", server.bootstrapServers(), "acks", "all");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(sender, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("story", text)).get();
        }
    }

    private static List<String> read(KafkaServer server, int count) {
        List<String> texts = new ArrayList<>();
        Map<String, Object> reader = Map.of("bootstrap.servers", server.bootstrapServers());
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(reader, new StringDeserializer(), new StringDeserializer())) {
            TopicPartition story = new TopicPartition("story", 0);
            consumer.assign(List.of(story));
            consumer.seekToBeginning(List.of(story));
            long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (texts.size() < count && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofSeconds(1)).forEach(message -> texts.add(message.value()));
            }
        }
        return texts;
    }
}
