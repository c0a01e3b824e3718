package org.leye.platform.outbox.inbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.contracts.Event;
import org.leye.platform.http.DatabaseTrouble;
import org.leye.platform.outbox.EventJson;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.reactive.messaging.annotations.Blocking;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * The one adapter between Kafka and the handlers of a service. It never throws at the connector. Trouble with the database is
 * retried for as long as it lasts; an event that fails for any other reason three times is kept as a dead letter and blocks its
 * key, so that later events of that key wait and no others do.
 */
@ApplicationScoped
public class Inbox {

    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final int TRIES = 3;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final InboxTable table;
    private final MeterRegistry meters;
    private final Map<String, EventHandler<? extends Event>> handlers = new HashMap<>();
    private final AtomicInteger inTrouble = new AtomicInteger();

    Inbox(InboxTable table, MeterRegistry meters, @All List<EventHandler<? extends Event>> handlers) {
        this.table = table;
        this.meters = meters;
        for (var handler : handlers) {
            var type = EventJson.typeOf(handler.eventType()).value();
            if (this.handlers.put(type, handler) != null) {
                throw new IllegalStateException("two handlers for " + type);
            }
        }
    }

    /** Whether some event is waiting for the database at this moment. */
    boolean inTrouble() {
        return inTrouble.get() > 0;
    }

    @Incoming("events")
    @Blocking(ordered = false)
    void receive(ConsumerRecord<String, byte[]> message) throws InterruptedException {
        var type = header(message, "ce_type");
        var handler = handlers.get(type);
        if (handler == null) {
            meters.counter("leye.inbox.not.asked.for", "type", type).increment();
            return;
        }
        var delivery =
                new Delivery(eventId(message), message.topic(), String.valueOf(message.key()), type, message.value());
        handleOrKeep(delivery, handler);
        meters.counter("leye.inbox.handled", "type", type).increment();
    }

    private void handleOrKeep(Delivery delivery, EventHandler<?> handler) throws InterruptedException {
        Exception last = null;
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            try {
                retryWhileDatabaseIsInTrouble(() -> handle(delivery, handler));
                return;
            } catch (RuntimeException e) {
                last = e;
                LOG.warnf("Event %s (%s) failed, attempt %d: %s", delivery.eventId(), delivery.type(), attempt, e);
            }
        }
        var reason = String.valueOf(last);
        retryWhileDatabaseIsInTrouble(() -> keepAsDead(delivery, reason));
        LOG.errorf(last, "Event %s (%s) is a dead letter; its key waits", delivery.eventId(), delivery.type());
    }

    private void handle(Delivery delivery, EventHandler<?> handler) {
        QuarkusTransaction.requiringNew().run(() -> {
            try {
                switch (table.take(delivery)) {
                    case NEW -> parseAndHandle(delivery, handler);
                    case KEY_BLOCKED -> table.keep(delivery, "WAITING", "an earlier event of this key failed");
                    case SEEN -> LOG.debugf("Event %s came again", delivery.eventId());
                }
            } catch (SQLException | IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static <E extends Event> void parseAndHandle(Delivery delivery, EventHandler<E> handler)
            throws IOException {
        handler.handle(EventJson.read(delivery.payload(), handler.eventType()));
    }

    private void keepAsDead(Delivery delivery, String reason) {
        QuarkusTransaction.requiringNew().run(() -> {
            try {
                table.take(delivery);
                table.keep(delivery, "DEAD", reason);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private void retryWhileDatabaseIsInTrouble(Runnable work) throws InterruptedException {
        var pause = FIRST_PAUSE;
        boolean waiting = false;
        try {
            while (true) {
                try {
                    work.run();
                    return;
                } catch (RuntimeException e) {
                    if (!DatabaseTrouble.isPassing(e)) {
                        throw e;
                    }
                    if (!waiting) {
                        waiting = true;
                        inTrouble.incrementAndGet();
                    }
                    LOG.warnf("Database trouble, the event waits: %s", e);
                    Thread.sleep(pause);
                    pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
                }
            }
        } finally {
            if (waiting) {
                inTrouble.decrementAndGet();
            }
        }
    }

    /** The producer's id; the place in the topic for a foreign event that has none. */
    private static UUID eventId(ConsumerRecord<?, ?> message) {
        try {
            return UUID.fromString(header(message, "ce_id"));
        } catch (IllegalArgumentException noId) {
            var place = message.topic() + "/" + message.partition() + "/" + message.offset();
            return UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String header(ConsumerRecord<?, ?> message, String name) {
        var header = message.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
