package org.leye.platform.outbox.relay;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.function.Predicate;

import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The events of one lane that are on their way: a short chain for each aggregate, of each chain one event in flight, no chain
 * waiting for another. An aggregate is busy from the moment its events are taken until what became of them is written; after a
 * failed send it rests. Used by one thread; only the outcomes come from Kafka's.
 */
final class Dispatch {

    /** What became of one event. */
    private record Outcome(OutboxRow row, @Nullable Exception failure) {}

    private record Rest(Instant until, int failures) {}

    private static final Logger LOG = Logger.getLogger(Dispatch.class);
    /** One aggregate with many events must not take the place of the others. */
    private static final int CHAIN = 50;
    /** When so many aggregates fail, it is not the aggregates' fault. */
    private static final int MOST_RESTING = 2_000;

    private final Producer<String, byte[]> producer;
    private final Pace pace;
    private final Runnable bell;
    private final Queue<Outcome> outcomes = new ConcurrentLinkedQueue<>();
    private final Map<String, Deque<OutboxRow>> chains = new HashMap<>();
    private final Map<String, Rest> rests = new HashMap<>();
    private final List<OutboxRow> delivered = new ArrayList<>();
    private final Map<OutboxRow, Exception> refused = new HashMap<>();

    Dispatch(Producer<String, byte[]> producer, Pace pace, Runnable bell) {
        this.producer = producer;
        this.pace = pace;
        this.bell = bell;
    }

    /** How many more events may be taken. */
    int room(int most) {
        return restingNow().size() >= MOST_RESTING
                ? 0
                : most - chains.values().stream().mapToInt(Deque::size).sum();
    }

    /** Aggregates whose events are not to be read now. */
    Set<String> busy() {
        var busy = new HashSet<>(restingNow());
        busy.addAll(chains.keySet());
        return busy;
    }

    boolean isIdle() {
        return chains.isEmpty();
    }

    /** Takes events that were read and sends the first of each aggregate. */
    void take(List<OutboxRow> page) {
        var fresh = new HashMap<String, Deque<OutboxRow>>();
        for (var row : page) {
            var chain = fresh.computeIfAbsent(row.aggregate(), aggregate -> new ArrayDeque<>());
            if (chain.size() < CHAIN) {
                chain.add(row);
            }
        }
        chains.putAll(fresh);
        var silent = new HashSet<String>();
        for (var chain : fresh.values()) {
            var first = chain.element();
            // A topic that nobody knows of costs one wait, not one for each of its aggregates.
            if (silent.contains(first.topic())) {
                report(first, new TimeoutException("no news of the topic"));
            } else if (!send(first)) {
                silent.add(first.topic());
            }
        }
    }

    /** Takes what came back since the last call; each chain that may goes on with its next event. */
    void settle(Predicate<OutboxRow> mayGoOn) {
        for (var outcome = outcomes.poll(); outcome != null; outcome = outcomes.poll()) {
            var row = outcome.row();
            var chain = chains.getOrDefault(row.aggregate(), new ArrayDeque<>());
            if (outcome.failure() == null) {
                chain.poll();
                delivered.add(row);
                endRest(row.aggregate());
                goOn(chain, mayGoOn);
            } else {
                chain.clear();
                if (Refusal.isForGood(outcome.failure())) {
                    refused.put(row, outcome.failure());
                } else {
                    beginRest(row.aggregate(), outcome.failure());
                }
            }
        }
    }

    /** Events that Kafka acknowledged and that are not yet written down as sent. */
    List<OutboxRow> delivered() {
        return delivered;
    }

    /** Events that Kafka refused for good and that are not yet parked. */
    Map<OutboxRow, Exception> refused() {
        return refused;
    }

    /** What became of the events is written: aggregates of which nothing is in flight may be read again. */
    void release() {
        delivered.clear();
        refused.clear();
        chains.values().removeIf(Collection::isEmpty);
    }

    /** Other buckets, other aggregates. */
    void forgetRests() {
        rests.clear();
    }

    private void goOn(Deque<OutboxRow> chain, Predicate<OutboxRow> mayGoOn) {
        var next = chain.peek();
        if (next != null && mayGoOn.test(next)) {
            send(next);
        } else {
            chain.clear();
        }
    }

    /** False if nothing is known of the topic. */
    private boolean send(OutboxRow row) {
        try {
            var sent = producer.send(CloudEvent.of(row), (metadata, failure) -> report(row, failure));
            return !(sent.state() == Future.State.FAILED && sent.exceptionNow() instanceof TimeoutException);
        } catch (InterruptException stopping) {
            throw stopping;
        } catch (RuntimeException e) {
            report(row, e);
            return true;
        }
    }

    private void report(OutboxRow row, @Nullable Exception failure) {
        outcomes.add(new Outcome(row, failure));
        bell.run();
    }

    private void beginRest(String aggregate, Exception failure) {
        int failures = rests.getOrDefault(aggregate, new Rest(Instant.EPOCH, 0)).failures() + 1;
        rests.put(aggregate, new Rest(Instant.now().plus(pace.rest(failures)), failures));
        LOG.warnf("Kafka did not take an event, its aggregate rests (failure %d): %s", failures, failure);
    }

    private void endRest(String aggregate) {
        if (rests.containsKey(aggregate)) {
            // What was in the way is gone: the others need not wait for their turn.
            rests.clear();
        }
    }

    private Set<String> restingNow() {
        var now = Instant.now();
        rests.values().removeIf(rest -> rest.until().plus(pace.lease()).isBefore(now));
        var resting = new HashSet<String>();
        rests.forEach((aggregate, rest) -> {
            if (rest.until().isAfter(now)) {
                resting.add(aggregate);
            }
        });
        return resting;
    }
}
