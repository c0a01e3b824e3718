package org.leye.platform.outbox.relay;

import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.contracts.Topic.Lane;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import org.jboss.logging.Logger;

/**
 * How much waits to be sent. Counted now and then by a job, so that a scrape never waits for the database; while the database is
 * away the last numbers stay. Every replica of a service tells the same numbers.
 */
@ApplicationScoped
class OutboxGauges {

    private static final Logger LOG = Logger.getLogger(OutboxGauges.class);

    private record Numbers(AtomicLong depth, AtomicLong oldestSeconds, AtomicLong parked) {}

    private final DataSource database;
    private final Map<Lane, Numbers> lanes = new EnumMap<>(Lane.class);

    OutboxGauges(DataSource database, MeterRegistry meters) {
        this.database = database;
        for (var lane : Lane.values()) {
            var numbers = new Numbers(new AtomicLong(), new AtomicLong(), new AtomicLong());
            lanes.put(lane, numbers);
            gauge(
                    meters,
                    lane,
                    "leye.outbox.depth",
                    "Events that wait to be sent, parked ones included",
                    numbers.depth());
            gauge(
                    meters,
                    lane,
                    "leye.outbox.oldest.age.seconds",
                    "Age of the oldest event that waits to be sent, those of parked aggregates left out",
                    numbers.oldestSeconds());
            gauge(
                    meters,
                    lane,
                    "leye.outbox.parked",
                    "Aggregates that wait for an operator, because Kafka refused an event of theirs for good",
                    numbers.parked());
        }
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void count() {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("""
                        select l.lane,
                               (select count(*) from outbox o where o.lane = l.lane),
                               (select extract(epoch from clock_timestamp() - min(o.at)) from outbox o
                                 where o.lane = l.lane and not exists (
                                       select 1 from outbox_parked p where p.topic = o.topic
                                          and p.record_key = o.record_key and p.state = 'PARKED')),
                               (select count(*) from outbox_parked p where p.lane = l.lane and p.state = 'PARKED')
                          from generate_series(0, ?) as l (lane)""")) {
            query.setInt(1, Lane.values().length - 1);
            var rows = query.executeQuery();
            while (rows.next()) {
                var numbers = lanes.get(Lane.values()[rows.getInt(1)]);
                numbers.depth().set(rows.getLong(2));
                numbers.oldestSeconds().set(rows.getLong(3));
                numbers.parked().set(rows.getLong(4));
            }
        } catch (SQLException e) {
            LOG.debugf("The outbox is counted later: %s", e.getMessage());
        }
    }

    private static void gauge(MeterRegistry meters, Lane lane, String name, String description, AtomicLong number) {
        Gauge.builder(name, number, AtomicLong::doubleValue)
                .description(description)
                .tag("lane", lane.name().toLowerCase(Locale.ROOT))
                .strongReference(true)
                .register(meters);
    }
}
