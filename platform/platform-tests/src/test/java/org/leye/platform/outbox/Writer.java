package org.leye.platform.outbox;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;

import org.leye.contracts.Event;
import org.leye.contracts.Topic;

/** A change of some service, with its events in one transaction. */
public final class Writer {

    private Writer() {}

    /** Another key whose events of the topic lie in the same bucket. */
    public static String neighbourOf(Topic topic, String key) {
        return Stream.generate(() -> UUID.randomUUID().toString())
                .filter(other -> Buckets.of(topic.wireName() + "|" + other) == Buckets.of(topic.wireName() + "|" + key))
                .findFirst()
                .orElseThrow();
    }

    /** Commits the events together; returns their ids in the order given. */
    public static List<String> commit(DataSource database, Event... events) throws SQLException {
        var appended = Stream.of(events).map(event -> NewEvent.of(event, null)).toList();
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            NewEvent.write(connection, appended);
            connection.commit();
        }
        return appended.stream().map(event -> event.id().toString()).toList();
    }
}
