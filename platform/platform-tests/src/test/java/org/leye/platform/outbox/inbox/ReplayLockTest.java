package org.leye.platform.outbox.inbox;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;

import org.leye.platform.outbox.inbox.InboxTable.Fate;
import org.leye.testsupport.RealParts;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** An event that arrives in the moment in which a replay finds its queue empty is neither lost behind it nor before its turn. */
class ReplayLockTest {

    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final RealParts PARTS = new RealParts();
    private static final PGSimpleDataSource DATABASE = new PGSimpleDataSource();

    @BeforeAll
    static void start() {
        PARTS.init(Map.of("database", "replay"));
        var config = PARTS.start();
        DATABASE.setUrl(config.get("quarkus.datasource.jdbc.url"));
        DATABASE.setUser(config.get("quarkus.datasource.username"));
        DATABASE.setPassword(config.get("quarkus.datasource.password"));
        Flyway.configure().dataSource(DATABASE).locations("db/platform").load().migrate();
    }

    @AfterAll
    static void stop() {
        PARTS.stop();
    }

    @Test
    void anArrivalWaitsForTheReplayThatLiftsItsBlock() throws Exception {
        // Given a replay that has found nothing left of its key
        var key = blockedKey();
        try (var replay = new OneTransaction(DATABASE);
                var arrival = new OneTransaction(DATABASE);
                var other = Executors.newSingleThreadExecutor()) {
            var table = new ReplayTable(replay.database(), null);
            assertTrue(table.lock(key));
            assertEquals(Optional.empty(), table.first(key));

            // When an event of the key arrives before the replay commits
            int backend = arrival.backend();
            var fate = other.submit(() -> new InboxTable(arrival.database(), null).take(delivery(key)));
            await().atMost(DEADLINE).until(() -> fate.isDone() || waitsForLock(backend));
            table.lift(key);
            replay.commit();

            // Then it is handled as it comes, for nobody would replay it any more
            assertEquals(Fate.NEW, fate.get());
        }
    }

    @Test
    void aReplayWaitsForAnArrivalThatQueuesUpAndTwoReplaysDoNotMeet() throws Exception {
        // Given
        var key = blockedKey();
        try (var arrival = new OneTransaction(DATABASE);
                var replay = new OneTransaction(DATABASE)) {
            var table = new ReplayTable(replay.database(), null);

            // When
            assertEquals(Fate.KEY_BLOCKED, new InboxTable(arrival.database(), null).take(delivery(key)));

            // Then
            assertFalse(table.lock(key));
            arrival.commit();
            assertTrue(table.lock(key));
            try (var second = new OneTransaction(DATABASE)) {
                assertFalse(new ReplayTable(second.database(), null).lock(key));
            }
        }
    }

    private static ReplayTable.Key blockedKey() throws SQLException {
        var key = new ReplayTable.Key("training.certificate", UUID.randomUUID().toString());
        try (var connection = DATABASE.getConnection();
                var insert = connection.prepareStatement(
                        "insert into blocked_key (topic, record_key, replay_asked_at) values (?, ?, clock_timestamp())")) {
            insert.setString(1, key.topic());
            insert.setString(2, key.recordKey());
            insert.executeUpdate();
        }
        return key;
    }

    private static Delivery delivery(ReplayTable.Key key) {
        return new Delivery(UUID.randomUUID(), key.topic(), key.recordKey(), "t", new byte[0], null);
    }

    private static boolean waitsForLock(int backend) throws SQLException {
        try (var connection = DATABASE.getConnection();
                var query = connection.prepareStatement(
                        "select 1 from pg_stat_activity where pid = ? and wait_event_type = 'Lock'")) {
            query.setInt(1, backend);
            return query.executeQuery().next();
        }
    }
}
