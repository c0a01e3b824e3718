package org.leye.platform.http.datakey;

import java.sql.SQLException;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.identity.FieldCipher;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import org.jboss.logging.Logger;

/**
 * Works off an open run, a batch a transaction, so that the service answers meanwhile. A turn is one batch:
 * replicas alternate, and one that dies leaves the run where it last committed. A run is over when a whole round has left
 * nothing under another key, except what does not open.
 */
@ApplicationScoped
class Resealing {

    private static final Logger LOG = Logger.getLogger(Resealing.class);
    private static final int BATCH = 100;
    /** The look at the end of a round reads every table whole; it writes nothing, and so holds nobody up. */
    private static final int SECONDS_AT_MOST = 600;

    private final ResealingRuns runs;
    private final SealedColumns columns;
    private final FieldCipher cipher;

    Resealing(ResealingRuns runs, SealedColumns columns, FieldCipher cipher) {
        this.runs = runs;
        this.columns = columns;
        this.cipher = cipher;
    }

    @Scheduled(every = "2s", delayed = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void workOff() {
        try {
            boolean more = true;
            while (more) {
                more = QuarkusTransaction.requiringNew()
                        .timeout(SECONDS_AT_MOST)
                        .call(this::step);
            }
        } catch (RuntimeException e) {
            LOG.warnf("Sealing anew goes on at the next look: %s", e);
        }
    }

    /** Tells whether there is more to do at once. */
    private boolean step() throws SQLException {
        var open = runs.takeOpen(cipher.sealingKey());
        if (open.isEmpty()) {
            return false;
        }
        var run = open.get();
        if (run.place() < columns.all().size()) {
            runs.keep(run.after(columns.sealAnew(columns.all().get(run.place()), run.position(), BATCH)));
            return true;
        }
        if (columns.countOthers(run.keyId()) <= run.unreadable()) {
            runs.finish(run);
        } else {
            // somebody was changing rows when we came by
            runs.keep(run.nextRound());
        }
        return false;
    }
}
