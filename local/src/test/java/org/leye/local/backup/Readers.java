package org.leye.local.backup;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

import org.leye.local.Part;
import org.leye.local.kafka.KafkaServer;
import org.leye.local.suite.Suite;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Topics of one partition and groups that have read so and so far. */
final class Readers {

    private final Map<String, Object> where;

    Readers(Suite suite) {
        where = Map.of(
                "bootstrap.servers", KafkaServer.bootstrapServers(suite.ports().of(Part.KAFKA)));
    }

    void createTopic(String topic, int messages) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(where)) {
            admin.createTopics(List.of(new NewTopic(topic, Optional.of(1), Optional.empty())))
                    .all()
                    .get();
        }
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(where, new StringSerializer(), new StringSerializer())) {
            for (int message = 0; message < messages; message++) {
                producer.send(new ProducerRecord<>(topic, "message " + message)).get();
            }
        }
    }

    void deleteTopic(String topic) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(where)) {
            admin.deleteTopics(List.of(topic)).all().get();
        }
    }

    /** Makes the topic begin here, as time does after a month. */
    void trim(String topic, long first) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(where)) {
            admin.deleteRecords(Map.of(new TopicPartition(topic, 0), RecordsToDelete.beforeOffset(first)))
                    .all()
                    .get();
        }
    }

    void commit(String group, String topic, long offset) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(where)) {
            admin.alterConsumerGroupOffsets(group, Map.of(new TopicPartition(topic, 0), new OffsetAndMetadata(offset)))
                    .all()
                    .get();
        }
    }

    /** The next message the group gets; none if it starts with the first there is. */
    @Nullable
    Long position(String group, String topic) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(where)) {
            OffsetAndMetadata offset = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .get(new TopicPartition(topic, 0));
            return offset == null ? null : offset.offset();
        }
    }
}
