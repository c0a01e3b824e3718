package org.leye.bench;

import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.leye.local.Part;
import org.leye.local.process.Pause;

/** Follows events by their id from the outbox of one service into the inbox of another. */
final class EventDelays {

    static final OffsetDateTime EVER = OffsetDateTime.parse("2000-01-01T00:00:00Z");
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Duration POLL = Duration.ofMillis(500);

    /** What was seen of the events of a topic: how many came in a second, and how late. */
    record Seen(double perSecond, Times delays) {}

    private final OwnSuite own;

    EventDelays(OwnSuite own) {
        this.own = own;
    }

    /** The clock that both databases share. */
    OffsetDateTime now() throws SQLException {
        try (var connection = own.database(Part.JOBMATCH);
                var row = connection.createStatement().executeQuery("select clock_timestamp()")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class);
        }
    }

    /** Waits until every event of the topic from that moment on has arrived; one that does not is a failure. */
    Seen since(OffsetDateTime begun, String topic, Part from, Part to) throws SQLException {
        var written = times(
                from,
                "select event_id, at from (select event_id, at, topic from outbox"
                        + " union all select event_id, at, topic from outbox_sent) written where topic = ? and at >= ?",
                topic,
                begun);
        awaitArrival(written.size(), to, topic, begun);
        var arrived =
                times(to, "select event_id, received_at from inbox where topic = ? and received_at >= ?", topic, begun);
        var delays = Times.ofMicros(written.entrySet().stream()
                .mapToLong(event -> ChronoUnit.MICROS.between(event.getValue(), arrived.get(event.getKey()))));
        return new Seen(perSecond(written), delays);
    }

    /** How many events of a topic a service takes in hand in a second while it has more than it can do. */
    double takenPerSecond(OffsetDateTime begun, String topic, Part by) throws SQLException {
        return number(
                by,
                "select count(*) / extract(epoch from max(received_at) - min(received_at)) from inbox"
                        + " where topic = ? and received_at >= ?",
                topic,
                begun);
    }

    private void awaitArrival(int written, Part by, String topic, OffsetDateTime begun) throws SQLException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        double arrived = 0;
        while (arrived < written) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("%d events written, %.0f arrived".formatted(written, arrived));
            }
            Pause.of(POLL);
            arrived = number(by, "select count(*) from inbox where topic = ? and received_at >= ?", topic, begun);
        }
    }

    private double number(Part owner, String sql, String topic, OffsetDateTime begun) throws SQLException {
        try (var connection = own.database(owner);
                var select = connection.prepareStatement(sql)) {
            select.setString(1, topic);
            select.setObject(2, begun);
            var row = select.executeQuery();
            row.next();
            return row.getDouble(1);
        }
    }

    private Map<UUID, OffsetDateTime> times(Part owner, String sql, String topic, OffsetDateTime begun)
            throws SQLException {
        try (var connection = own.database(owner);
                var select = connection.prepareStatement(sql)) {
            select.setString(1, topic);
            select.setObject(2, begun);
            var rows = select.executeQuery();
            var times = new HashMap<UUID, OffsetDateTime>();
            while (rows.next()) {
                times.put(rows.getObject(1, UUID.class), rows.getObject(2, OffsetDateTime.class));
            }
            return times;
        }
    }

    private static double perSecond(Map<UUID, OffsetDateTime> written) {
        var first = written.values().stream().min(OffsetDateTime::compareTo).orElseThrow();
        var last = written.values().stream().max(OffsetDateTime::compareTo).orElseThrow();
        return written.size() * 1e6 / Math.max(1, ChronoUnit.MICROS.between(first, last));
    }
}
