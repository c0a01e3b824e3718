package org.leye.platform.outbox.inbox;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import org.jboss.logging.Logger;

/** How many events wait for an operator. Counted now and then by a job; every replica of a service tells the same numbers. */
@ApplicationScoped
class InboxGauges {

    private static final Logger LOG = Logger.getLogger(InboxGauges.class);

    private final DataSource database;
    private final AtomicLong dead = new AtomicLong();
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong blockedKeys = new AtomicLong();

    InboxGauges(DataSource database, MeterRegistry meters) {
        this.database = database;
        gauge(meters, "leye.inbox.dead.letters", "Events that failed and wait for an operator", dead);
        gauge(meters, "leye.inbox.waiting", "Events that wait behind one that failed", waiting);
        gauge(meters, "leye.inbox.blocked.keys", "Keys whose events wait", blockedKeys);
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void count() {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("""
                        select count(*) filter (where state in ('DEAD', 'RETRYING')), count(*) filter (where state = 'WAITING'),
                               (select count(*) from blocked_key)
                          from dead_letter where settled_at is null""")) {
            var row = query.executeQuery();
            row.next();
            dead.set(row.getLong(1));
            waiting.set(row.getLong(2));
            blockedKeys.set(row.getLong(3));
        } catch (SQLException e) {
            LOG.debugf("Dead letters are counted later: %s", e.getMessage());
        }
    }

    private static void gauge(MeterRegistry meters, String name, String description, AtomicLong number) {
        Gauge.builder(name, number, AtomicLong::doubleValue)
                .description(description)
                .strongReference(true)
                .register(meters);
    }
}
