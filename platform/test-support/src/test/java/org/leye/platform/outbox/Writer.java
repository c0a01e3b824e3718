package org.leye.platform.outbox;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

import org.leye.contracts.Event;

/** A change of some service, with its events in one transaction. */
public final class Writer {

    private Writer() {}

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
