package org.leye.platform.outbox.republish;

import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.http.DatabaseTrouble;
import org.leye.platform.outbox.Outbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import org.jboss.logging.Logger;

/**
 * Works off the running order, a page of aggregates a transaction; the page and its place are committed together, so that a kill
 * repeats and loses nothing. The next page waits until the lane is nearly empty: who waits for an event of today waits for one
 * page at most.
 */
@ApplicationScoped
class Republisher {

    private static final Logger LOG = Logger.getLogger(Republisher.class);
    /** A page ends with the aggregate that fills it. */
    private static final int EVENTS_A_PAGE = 200;

    private static final int NEARLY_EMPTY = 50;
    private static final Duration PAUSE = Duration.ofMillis(20);
    /** Then the scheduler is asked again, which also knows when the service stops. */
    private static final Duration AT_ONCE = Duration.ofSeconds(5);

    private enum Step {
        RESTATED,
        LANE_IS_BUSY,
        NOTHING_TO_DO
    }

    private final RepublishTable table;
    private final Republications republications;
    private final AggregateLocks locks;
    private final Outbox outbox;

    Republisher(RepublishTable table, Republications republications, AggregateLocks locks, Outbox outbox) {
        this.table = table;
        this.republications = republications;
        this.locks = locks;
        this.outbox = outbox;
    }

    @Scheduled(every = "1s", delayed = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void goOn() throws InterruptedException {
        var end = Instant.now().plus(AT_ONCE);
        try {
            while (Instant.now().isBefore(end)) {
                switch (QuarkusTransaction.requiringNew().call(this::step)) {
                    case NOTHING_TO_DO -> {
                        return;
                    }
                    case LANE_IS_BUSY -> Thread.sleep(PAUSE);
                    case RESTATED -> LOG.debug("A page was restated");
                }
            }
        } catch (RuntimeException e) {
            if (DatabaseTrouble.isPassing(e)) {
                LOG.warnf("Database trouble, the republication goes on later: %s", e);
            } else {
                LOG.error("A republication ends: this page cannot be restated", e);
                QuarkusTransaction.requiringNew()
                        .run(() -> table.fail(e.getClass().getSimpleName()));
            }
        }
    }

    private Step step() {
        return table.takeTurn().map(this::step).orElse(Step.NOTHING_TO_DO);
    }

    private Step step(RepublishTable.Turn turn) {
        var restatement = republications.of(turn.topic());
        if (restatement.isEmpty()) {
            table.advance(turn, turn.position(), 0, 0, true);
            return Step.RESTATED;
        }
        if (table.waitAtLeast(restatement.get().topic().lane(), NEARLY_EMPTY)) {
            return Step.LANE_IS_BUSY;
        }
        restatePage(turn, restatement.get());
        return Step.RESTATED;
    }

    private void restatePage(RepublishTable.Turn turn, Restatement restatement) {
        var keys = restatement.keysAfter(turn.position(), EVENTS_A_PAGE);
        var position = turn.position();
        int aggregates = 0;
        int events = 0;
        for (var key : keys) {
            if (events >= EVENTS_A_PAGE || !lock(restatement, key, aggregates == 0)) {
                break;
            }
            var restated = restatement.of(key);
            restated.forEach(outbox::append);
            events += restated.size();
            aggregates++;
            position = key;
        }
        table.advance(turn, position, aggregates, events, aggregates == keys.size() && keys.size() < EVENTS_A_PAGE);
    }

    /** A page never waits for a second aggregate: it ends in front of it, and the next one begins with it. */
    private boolean lock(Restatement restatement, String key, boolean first) {
        if (first) {
            locks.take(restatement.topic(), key);
            return true;
        }
        return locks.tryToTake(restatement.topic(), key);
    }
}
