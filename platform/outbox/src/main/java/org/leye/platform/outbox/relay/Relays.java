package org.leye.platform.outbox.relay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.leye.contracts.Topic.Lane;

import io.quarkus.runtime.StartupEvent;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Runs one relay a lane, each with its own thread and producer. The only place that owns a Kafka producer. */
@ApplicationScoped
class Relays {

    private static final Duration STOP = Duration.ofSeconds(5);

    private final OutboxTable table;
    private final WakeUp wakeUp;
    private final String bootstrapServers;
    private final List<Thread> threads = new ArrayList<>();
    private final List<KafkaProducer<?, ?>> producers = new ArrayList<>();

    Relays(
            OutboxTable table,
            WakeUp wakeUp,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.table = table;
        this.wakeUp = wakeUp;
        this.bootstrapServers = bootstrapServers;
    }

    void start(@Observes StartupEvent started) {
        for (var lane : Lane.values()) {
            var producer = producer(lane);
            producers.add(producer);
            threads.add(Thread.ofPlatform()
                    .name("relay-" + lane.name().toLowerCase(Locale.ROOT))
                    .daemon()
                    .start(new Relay(lane, table, producer, wakeUp)));
        }
    }

    @PreDestroy
    void stop() throws InterruptedException {
        threads.forEach(Thread::interrupt);
        for (var thread : threads) {
            thread.join(STOP);
        }
        producers.forEach(producer -> producer.close(STOP));
    }

    private KafkaProducer<String, byte[]> producer(Lane lane) {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "client.id",
                        "relay-" + lane.name().toLowerCase(Locale.ROOT),
                        "acks",
                        "all",
                        "enable.idempotence",
                        true,
                        // Decided well before the lease (30 s) can pass to another replica.
                        "delivery.timeout.ms",
                        10_000,
                        "request.timeout.ms",
                        5_000,
                        "max.block.ms",
                        5_000,
                        "linger.ms",
                        0,
                        "compression.type",
                        "none"),
                new StringSerializer(),
                new ByteArraySerializer());
    }
}
