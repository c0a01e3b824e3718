package org.leye.platform.outbox.relay;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.leye.contracts.Topic;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Creates the topics of the table that are missing, before the first consumer subscribes: brokers do not create topics on
 * their own here. If Kafka is away at this moment, it is tried again; consumers look for new topics by themselves.
 */
@ApplicationScoped
class TopicCreation {

    private static final Logger LOG = Logger.getLogger(TopicCreation.class);
    /** Before the messaging library connects its consumers. */
    private static final int BEFORE_CONSUMERS = 1;

    private static final int TIMEOUT_SECONDS = 15;

    private final String bootstrapServers;
    private final Optional<Short> replicas;
    private volatile boolean done;

    TopicCreation(
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            @ConfigProperty(name = "leye.kafka.replicas") Optional<Short> replicas) {
        this.bootstrapServers = bootstrapServers;
        this.replicas = replicas;
    }

    void createMissing(@Observes @Priority(BEFORE_CONSUMERS) StartupEvent started) {
        createMissing();
    }

    /** Kafka may have been away at the start. */
    @Scheduled(every = "10s", delayed = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void createMissing() {
        if (done) {
            return;
        }
        var retention = String.valueOf(TimeUnit.DAYS.toMillis(Topic.RETENTION_DAYS));
        var topics = Arrays.stream(Topic.values())
                .map(topic -> new NewTopic(topic.wireName(), Optional.of(Topic.PARTITIONS), replicas)
                        .configs(Map.of("retention.ms", retention)))
                .toList();
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            for (var creation : admin.createTopics(topics).values().values()) {
                await(creation);
            }
            done = true;
        } catch (ExecutionException | TimeoutException e) {
            LOG.warnf("Topics could not be created yet: %s", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(KafkaFuture<Void> creation)
            throws ExecutionException, TimeoutException, InterruptedException {
        try {
            creation.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            // Another service was faster.
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }
}
