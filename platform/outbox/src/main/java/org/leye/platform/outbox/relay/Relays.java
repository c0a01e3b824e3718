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

import io.micrometer.core.instrument.MeterRegistry;
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
    private final MeterRegistry meters;
    private final String bootstrapServers;
    private final List<Relay> relays = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final List<KafkaProducer<?, ?>> producers = new ArrayList<>();

    Relays(
            OutboxTable table,
            WakeUp wakeUp,
            MeterRegistry meters,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.table = table;
        this.wakeUp = wakeUp;
        this.meters = meters;
        this.bootstrapServers = bootstrapServers;
    }

    void start(@Observes StartupEvent started) {
        for (var lane : Lane.values()) {
            var name = lane.name().toLowerCase(Locale.ROOT);
            var producer = producer(bootstrapServers, "relay-" + name, Pace.NORMAL);
            var sent = meters.counter("leye.outbox.sent", "lane", name);
            var relay = new Relay(lane, table, producer, wakeUp, Pace.NORMAL, sent);
            producers.add(producer);
            relays.add(relay);
            threads.add(Thread.ofPlatform().name("relay-" + name).daemon().start(relay));
        }
    }

    @PreDestroy
    void stop() throws InterruptedException {
        relays.forEach(Relay::stop);
        for (var thread : threads) {
            if (!thread.join(STOP)) {
                thread.interrupt();
            }
        }
        producers.forEach(producer -> producer.close(STOP));
    }

    static KafkaProducer<String, byte[]> producer(String bootstrapServers, String name, Pace pace) {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "client.id",
                        name,
                        "acks",
                        "all",
                        "enable.idempotence",
                        true,
                        "delivery.timeout.ms",
                        (int) pace.delivery().toMillis(),
                        "request.timeout.ms",
                        (int) pace.delivery().toMillis() / 2,
                        "max.block.ms",
                        pace.block().toMillis(),
                        "linger.ms",
                        0,
                        "compression.type",
                        "none"),
                new StringSerializer(),
                new ByteArraySerializer());
    }
}
