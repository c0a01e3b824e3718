package org.leye.platform.http.command;

import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Lets writers about one key take turns, also about one that has no row yet: of two claims made at once the second sees the
 * first. A turn lasts to the end of the caller's transaction.
 */
@ApplicationScoped
public class Turns {

    /** The time is read after the lock is given: it is the order of turns. */
    private static final String TAKE = """
            with turn as materialized (select pg_advisory_xact_lock(hashtextextended(?, 0)))
            select clock_timestamp() from turn""";

    private static final String TAKE_ALL =
            "select pg_advisory_xact_lock(hashtextextended(key, 0)) from unnest(?) as key";

    private final DataSource database;

    Turns(DataSource database) {
        this.database = database;
    }

    /**
     * Waits for the turn of this key among those of its kind; returns when it came, by the database's clock, on which replicas
     * agree. Who needs several keys takes them in their order.
     */
    public Instant take(String kind, String key) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(TAKE)) {
            statement.setString(1, kind + "|" + key);
            var row = statement.executeQuery();
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        } catch (SQLException e) {
            throw new IllegalStateException("a turn could not be taken", e);
        }
    }

    /** Waits for the turns of many keys of one kind, in their order. */
    public void takeAll(String kind, Collection<String> keys) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(TAKE_ALL)) {
            var sorted = keys.stream()
                    .map(key -> kind + "|" + key)
                    .distinct()
                    .sorted()
                    .toArray();
            statement.setArray(1, connection.createArrayOf("text", sorted));
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("turns could not be taken", e);
        }
    }
}
