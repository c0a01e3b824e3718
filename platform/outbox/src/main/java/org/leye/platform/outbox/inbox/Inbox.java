package org.leye.platform.outbox.inbox;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.http.DatabaseTrouble;
import org.leye.platform.http.Trace;

import io.micrometer.core.instrument.MeterRegistry;
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
    private static final byte[] NO_VALUE = {};
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final InboxTable table;
    private final MeterRegistry meters;
    private final Handlers handlers;
    private final AtomicInteger inTrouble = new AtomicInteger();

    Inbox(InboxTable table, MeterRegistry meters, Handlers handlers) {
        this.table = table;
        this.meters = meters;
        this.handlers = handlers;
    }

    /** Whether some event is waiting for the database at this moment. */
    boolean inTrouble() {
        return inTrouble.get() > 0;
    }

    @Incoming("events")
    @Blocking(ordered = false)
    void receive(ConsumerRecord<String, byte[]> message) throws InterruptedException {
        var type = header(message, "ce_type");
        if (!handlers.askFor(type)) {
            meters.counter("leye.inbox.not.asked.for", "type", type).increment();
            return;
        }
        var delivery = delivery(message, type);
        Trace.enter(delivery.eventId().toString(), delivery.traceparent());
        try {
            handleOrKeep(delivery);
        } finally {
            Trace.leave();
        }
        meters.counter("leye.inbox.handled", "type", type).increment();
    }

    private void handleOrKeep(Delivery delivery) throws InterruptedException {
        Exception last = null;
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            try {
                retryWhileDatabaseIsInTrouble(() -> handle(delivery));
                return;
            } catch (RuntimeException e) {
                last = e;
                LOG.warnf("Event %s (%s) failed, attempt %d: %s", delivery.eventId(), delivery.type(), attempt, e);
            }
        }
        var failure = last;
        retryWhileDatabaseIsInTrouble(() -> keepAsDead(delivery, FailureReason.of(failure)));
        LOG.errorf(last, "Event %s (%s) is a dead letter; its key waits", delivery.eventId(), delivery.type());
    }

    private void handle(Delivery delivery) {
        inTransaction(() -> {
            switch (table.take(delivery)) {
                case NEW -> handlers.handle(delivery);
                case KEY_BLOCKED -> table.keepWaiting(delivery);
                case SEEN -> LOG.debugf("Event %s came again", delivery.eventId());
            }
        });
    }

    private void keepAsDead(Delivery delivery, String reason) {
        inTransaction(() -> {
            switch (table.take(delivery)) {
                case NEW -> table.keepDead(delivery, reason, TRIES);
                case KEY_BLOCKED -> table.keepWaiting(delivery);
                case SEEN -> LOG.debugf("Event %s was handled elsewhere meanwhile", delivery.eventId());
            }
        });
    }

    private interface Step {
        void run() throws SQLException;
    }

    private static void inTransaction(Step step) {
        QuarkusTransaction.requiringNew().run(() -> {
            try {
                step.run();
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

    /** Whatever came: no key, no value or bytes that no table takes must not stop the connector. */
    private static Delivery delivery(ConsumerRecord<String, byte[]> message, String type) {
        return new Delivery(
                eventId(message),
                message.topic(),
                String.valueOf(message.key()).replace('\0', '\uFFFD'),
                type,
                Objects.requireNonNullElse(message.value(), NO_VALUE),
                Trace.wellFormed(header(message, Trace.HEADER)));
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
