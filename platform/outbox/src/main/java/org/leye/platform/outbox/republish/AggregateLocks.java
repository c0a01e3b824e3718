package org.leye.platform.outbox.republish;

import java.sql.SQLException;
import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.contracts.Topic;

/**
 * The locks under which the outbox numbers the events of an aggregate. Who holds one reads what was told last, and nobody tells
 * more before she ends: a restatement neither overtakes a change nor is overtaken by one. Held to the end of the transaction.
 */
@ApplicationScoped
class AggregateLocks {

    private final DataSource database;

    AggregateLocks(DataSource database) {
        this.database = database;
    }

    /** Waits for the lock. For the first aggregate of a transaction: who holds nothing else cannot stand in a circle. */
    void take(Topic topic, String key) {
        ask("select pg_advisory_xact_lock(hashtextextended(?, 0)) is null", topic, key);
    }

    /** Takes the lock if it is free. */
    boolean tryToTake(Topic topic, String key) {
        return ask("select pg_try_advisory_xact_lock(hashtextextended(?, 0))", topic, key);
    }

    private boolean ask(String sql, Topic topic, String key) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            // The same text as in the outbox.
            statement.setString(1, topic.wireName() + "|" + key);
            var row = statement.executeQuery();
            row.next();
            return row.getBoolean(1);
        } catch (SQLException e) {
            throw new IllegalStateException("the lock of an aggregate was not given", e);
        }
    }
}
