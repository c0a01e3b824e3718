package org.leye.jobmatch;

import java.sql.SQLException;
import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * One writer at a time for one person or enterprise, also for one that has no row yet: two events and a request about the same
 * person must see each other's rows. Held to the end of the caller's transaction.
 */
@ApplicationScoped
public class KeyLock {

    private final DataSource database;

    KeyLock(DataSource database) {
        this.database = database;
    }

    public void take(String key) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "select pg_advisory_xact_lock(hashtextextended('jobmatch|' || ?, 0))")) {
            statement.setString(1, key);
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("a lock was not given", e);
        }
    }
}
