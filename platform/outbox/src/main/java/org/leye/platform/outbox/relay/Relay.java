package org.leye.platform.outbox.relay;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.leye.contracts.Topic.Lane;

import io.micrometer.core.instrument.Counter;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.InterruptException;
import org.jboss.logging.Logger;

/**
 * Sends the events of one lane. Of one aggregate at most one event is in flight; an event that cannot be sent holds back its
 * own aggregate only, and one that Kafka refuses for good is parked until an operator decides. What was sent but not yet
 * removed when the process dies is sent again: consumers expect it.
 */
class Relay implements Runnable {

    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final int PAGE = 500;
    private static final Duration PAUSE_AFTER_TROUBLE = Duration.ofMillis(500);
    private static final Duration FAREWELL = Duration.ofSeconds(3);

    private final Lane lane;
    private final OutboxTable table;
    private final WakeUp wakeUp;
    private final Pace pace;
    private final Counter sent;
    private final Dispatch dispatch;
    private final UUID owner = UUID.randomUUID();
    private Map<Integer, Long> epochs = Map.of();
    private Instant asked = Instant.EPOCH;
    private volatile boolean stopping;

    Relay(Lane lane, OutboxTable table, Producer<String, byte[]> producer, WakeUp wakeUp, Pace pace, Counter sent) {
        this.lane = lane;
        this.table = table;
        this.wakeUp = wakeUp;
        this.pace = pace;
        this.sent = sent;
        this.dispatch = new Dispatch(producer, pace, () -> wakeUp.ring(lane));
    }

    @Override
    public void run() {
        try {
            while (!stopping) {
                wakeUp.await(lane, look());
            }
            sayFarewell();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the relay after what is in flight is settled. */
    void stop() {
        stopping = true;
        wakeUp.ring(lane);
    }

    /** Writes down what came back and sends what waits; returns how long to rest before the next look. */
    private Duration look() throws InterruptedException {
        try {
            keepLeases();
            settle();
            return sendPage() ? Duration.ZERO : pace.look();
        } catch (SQLException e) {
            LOG.warnf("The outbox cannot be read, lane %s: %s", lane, e.getMessage());
            return pause();
        } catch (InterruptException stopped) {
            throw new InterruptedException();
        } catch (RuntimeException e) {
            // Whatever it is, the events are still there; a relay that ended would hold them back until a restart.
            LOG.errorf(e, "The relay of lane %s stumbled and goes on", lane);
            return pause();
        }
    }

    /** Really pauses: writers and acknowledgements go on ringing the bell while the trouble lasts. */
    private static Duration pause() throws InterruptedException {
        Thread.sleep(PAUSE_AFTER_TROUBLE);
        return Duration.ZERO;
    }

    private void keepLeases() throws SQLException {
        var now = Instant.now();
        if (now.isAfter(asked.plus(pace.renewal()))) {
            var held = table.lease(lane, owner, pace.lease());
            asked = now;
            if (!held.equals(epochs)) {
                dispatch.forgetRests();
            }
            epochs = held;
        }
    }

    private void settle() throws SQLException {
        dispatch.settle(this::maySend);
        var delivered = List.copyOf(dispatch.delivered());
        if (!delivered.isEmpty()) {
            table.moveToSent(lane, delivered);
            sent.increment(delivered.size());
        }
        for (var refused : dispatch.refused().entrySet()) {
            table.park(lane, refused.getKey(), refused.getValue().getClass().getSimpleName());
        }
        dispatch.release();
    }

    /** Reads and sends; true if there may be more to read at once. */
    private boolean sendPage() throws SQLException {
        int room = dispatch.room(PAGE);
        if (epochs.isEmpty() || room < PAGE / 2 || !isTimeLeft()) {
            return false;
        }
        int ofEachBucket = PAGE / epochs.size();
        var page = table.read(lane, epochs, dispatch.busy(), ofEachBucket);
        dispatch.take(page);
        return page.size() >= ofEachBucket;
    }

    private boolean maySend(OutboxRow row) {
        return !stopping && isTimeLeft() && Long.valueOf(row.epoch()).equals(epochs.get(row.bucket()));
    }

    /** Whether what is sent now is decided before our leases can pass on. */
    private boolean isTimeLeft() {
        return Instant.now().isBefore(asked.plus(pace.sending()));
    }

    private void sayFarewell() throws InterruptedException {
        var deadline = Instant.now().plus(FAREWELL);
        try {
            settle();
            while (!dispatch.isIdle() && Instant.now().isBefore(deadline)) {
                wakeUp.await(lane, pace.look());
                settle();
            }
            table.release(lane, owner);
        } catch (SQLException e) {
            LOG.debugf("Leases run out by themselves: %s", e.getMessage());
        }
    }
}
