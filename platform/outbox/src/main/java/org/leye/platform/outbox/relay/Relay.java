package org.leye.platform.outbox.relay;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import org.leye.contracts.Topic.Lane;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.InterruptException;
import org.jboss.logging.Logger;

/**
 * Sends the events of one lane. Of one aggregate at most one event is in flight; an event that cannot be sent holds back its
 * own aggregate only. What was sent but not yet removed when the process dies is sent again: consumers expect it.
 */
class Relay implements Runnable {

    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final int PAGE = 500;
    /** Longer than the producer's delivery timeout (10 s): what we sent is decided before the lease can pass on. */
    private static final Duration LEASE = Duration.ofSeconds(30);

    private static final Duration RENEWAL = Duration.ofSeconds(10);
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Duration PAUSE_AFTER_TROUBLE = Duration.ofMillis(500);

    private final Lane lane;
    private final OutboxTable table;
    private final KafkaProducer<String, byte[]> producer;
    private final WakeUp wakeUp;
    private final UUID owner = UUID.randomUUID();
    private Map<Integer, Long> epochs = Map.of();
    private Instant renewal = Instant.EPOCH;

    Relay(Lane lane, OutboxTable table, KafkaProducer<String, byte[]> producer, WakeUp wakeUp) {
        this.lane = lane;
        this.table = table;
        this.producer = producer;
        this.wakeUp = wakeUp;
    }

    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                wakeUp.await(lane, sendPage());
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            giveLeasesBack();
        }
    }

    /** Sends what waits; returns how long to rest before the next look. */
    private Duration sendPage() throws InterruptedException {
        try {
            keepLeases();
            if (epochs.isEmpty()) {
                return LOOK;
            }
            var page = table.read(lane, epochs.keySet(), PAGE);
            var sent = send(page);
            if (!sent.isEmpty()) {
                table.moveToSent(lane, epochs, sent);
            }
            if (sent.size() < page.size()) {
                return PAUSE_AFTER_TROUBLE;
            }
            return page.size() == PAGE ? Duration.ZERO : LOOK;
        } catch (SQLException e) {
            LOG.warnf("The outbox cannot be read, lane %s: %s", lane, e.getMessage());
            return PAUSE_AFTER_TROUBLE;
        } catch (InterruptException stopping) {
            throw new InterruptedException();
        } catch (RuntimeException e) {
            // Whatever it is, the events are still there; a relay that ended would hold them back until a restart.
            LOG.errorf(e, "The relay of lane %s stumbled and goes on", lane);
            return PAUSE_AFTER_TROUBLE;
        }
    }

    private void keepLeases() throws SQLException {
        if (Instant.now().isAfter(renewal)) {
            var asked = Instant.now();
            epochs = table.lease(lane, owner, LEASE);
            renewal = asked.plus(RENEWAL);
        }
    }

    /** Sends a page in rounds, each round the next event of every aggregate; returns the numbers that were acknowledged. */
    private List<Long> send(List<OutboxRow> page) throws InterruptedException {
        var waiting = new LinkedHashMap<String, Deque<OutboxRow>>();
        page.forEach(row -> waiting.computeIfAbsent(row.aggregate(), aggregate -> new ArrayDeque<>())
                .add(row));
        var acknowledged = new ArrayList<Long>();
        // A round that outlives the lease must be the last one.
        while (!waiting.isEmpty() && Instant.now().isBefore(renewal.plus(RENEWAL))) {
            acknowledged.addAll(sendRound(waiting.values()));
            waiting.values().removeIf(Deque::isEmpty);
        }
        return acknowledged;
    }

    private List<Long> sendRound(Collection<Deque<OutboxRow>> aggregates) throws InterruptedException {
        var inFlight = new LinkedHashMap<Deque<OutboxRow>, Future<RecordMetadata>>();
        for (var aggregate : aggregates) {
            inFlight.put(aggregate, producer.send(CloudEvent.of(aggregate.peek())));
        }
        var acknowledged = new ArrayList<Long>();
        for (var entry : inFlight.entrySet()) {
            try {
                entry.getValue().get();
                acknowledged.add(entry.getKey().remove().seq());
            } catch (ExecutionException e) {
                LOG.warnf("Kafka did not take an event, its aggregate waits: %s", e.getCause());
                entry.getKey().clear();
            }
        }
        return acknowledged;
    }

    private void giveLeasesBack() {
        try {
            table.release(lane, owner);
        } catch (SQLException e) {
            LOG.debugf("Leases run out by themselves: %s", e.getMessage());
        }
    }
}
