package org.leye.platform.outbox.inbox;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.http.DatabaseTrouble;
import org.leye.platform.http.Trace;
import org.leye.platform.outbox.inbox.ReplayTable.Key;
import org.leye.platform.outbox.inbox.ReplayTable.Letter;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import org.jboss.logging.Logger;

/**
 * Replays the events of a key in the order in which they came, each in a transaction of its own under the key's lock. What
 * arrives meanwhile queues up behind; the block is lifted in the transaction that finds the queue empty. An event that fails
 * again stays dead and blocks its key. A process that dies leaves the rest to the next look of any replica.
 */
@ApplicationScoped
class Replay {

    private static final Logger LOG = Logger.getLogger(Replay.class);
    /** A key with a long queue lets others have their turn. */
    private static final int TURN = 100;

    private final ReplayTable table;
    private final Handlers handlers;

    Replay(ReplayTable table, Handlers handlers) {
        this.table = table;
        this.handlers = handlers;
    }

    @Scheduled(every = "1s", delayed = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void replayAsked() throws SQLException {
        var keys = table.asked();
        while (!keys.isEmpty()) {
            keys = List.copyOf(keys.stream().filter(this::replayTurn).toList());
        }
    }

    /** True if more of this key is left. */
    private boolean replayTurn(Key key) {
        boolean more = true;
        for (int event = 0; event < TURN && more; event++) {
            more = replayFirst(key);
        }
        return more;
    }

    private boolean replayFirst(Key key) {
        var tried = new AtomicReference<Letter>();
        try {
            return QuarkusTransaction.requiringNew().call(() -> replayFirst(key, tried));
        } catch (RuntimeException e) {
            if (DatabaseTrouble.isPassing(e) || tried.get() == null) {
                LOG.warnf("Database trouble, the replay goes on later: %s", e);
                return false;
            }
            var letter = tried.get();
            LOG.errorf(e, "Event %s (%s) failed again; its key waits", letter.eventId(), letter.type());
            QuarkusTransaction.requiringNew().call(() -> {
                table.markDead(letter, FailureReason.of(e));
                return true;
            });
            return false;
        } finally {
            Trace.leave();
        }
    }

    private boolean replayFirst(Key key, AtomicReference<Letter> tried) throws SQLException {
        if (!table.lock(key)) {
            return false;
        }
        var first = table.first(key);
        if (first.isEmpty()) {
            table.lift(key);
            return false;
        }
        var letter = first.get();
        tried.set(letter);
        Trace.enter(letter.eventId().toString(), letter.traceparent());
        handlers.handle(table.open(key, letter));
        table.markHandled(letter);
        LOG.infof("Event %s (%s) was handled in a replay", letter.eventId(), letter.type());
        return true;
    }
}
