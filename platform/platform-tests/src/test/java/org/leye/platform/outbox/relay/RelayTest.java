package org.leye.platform.outbox.relay;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.leye.contracts.Topic;
import org.leye.contracts.Topic.Lane;
import org.leye.contracts.training.CertificateIssued;
import org.leye.platform.outbox.Writer;
import org.leye.testsupport.EventProbe;
import org.leye.testsupport.RealParts;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Relays that die, lose their lease, meet events that cannot be sent: nothing is lost and the order of an aggregate holds. */
class RelayTest {

    private static final Duration DEADLINE = Duration.ofSeconds(40);
    /** More than a page takes of one bucket. */
    private static final int MANY = 150;

    private static final Lane LANE = Topic.CERTIFICATE.lane();
    private static final Pace FAST = new Pace(
            Duration.ofSeconds(3),
            Duration.ofSeconds(1),
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            Duration.ofMillis(20),
            Duration.ofMillis(100),
            Duration.ofMillis(400));

    private static final RealParts PARTS = new RealParts();
    private static Map<String, String> config = Map.of();
    private static EventProbe events = EventProbe.on("");

    private final FaultyDatabase database = database();
    private final List<Running> running = new ArrayList<>();

    @BeforeAll
    static void start() {
        PARTS.init(Map.of("database", "relay"));
        config = PARTS.start();
        events = EventProbe.on(config.get("kafka.bootstrap.servers"));
        Flyway.configure()
                .dataSource(database())
                .locations("db/platform")
                .load()
                .migrate();
        new TopicCreation(config.get("kafka.bootstrap.servers"), Optional.empty()).createMissing();
    }

    @AfterAll
    static void stop() {
        PARTS.stop();
    }

    @BeforeEach
    void emptyOutbox() throws SQLException {
        run("truncate outbox, outbox_sent, outbox_parked");
        run("update outbox_lease set until = '-infinity', owner = null");
    }

    @AfterEach
    void endRelays() throws InterruptedException {
        for (var each : running) {
            each.end();
        }
    }

    @Test
    void aRelayThatDiesBetweenSendAndRemovalLeavesDuplicatesInOrder() throws Exception {
        // Given
        var person = UUID.randomUUID().toString();
        var sent = Writer.commit(database, certificates(person, 5));
        var dying = relay();
        dying.database.refused = "outbox_sent";
        dying.start();
        await().atMost(DEADLINE).until(() -> arrived(person).size() >= 5);

        // When
        dying.die();
        relay().start();

        // Then
        await().atMost(DEADLINE).until(() -> count("select count(*) from outbox") == 0);
        var arrived = arrived(person);
        assertEquals(sent, arrived.subList(0, 5));
        assertEquals(sent, arrived.subList(arrived.size() - 5, arrived.size()));
        assertEquals(sent, List.copyOf(new LinkedHashSet<>(arrived)));
        assertEquals(5, count("select count(*) from outbox_sent"));
    }

    @Test
    void aRelayThatLostItsLeaseInMidPageRemovesAndParksNothing() throws Exception {
        // Given
        Writer.commit(database, certificates(UUID.randomUUID().toString(), 3));
        var table = new OutboxTable(database);
        var late = UUID.randomUUID();
        var page = table.read(LANE, table.lease(LANE, late, Duration.ofMillis(1)), List.of(), 10);
        assertEquals(3, page.size());

        // When
        var heir = UUID.randomUUID();
        await().atMost(DEADLINE)
                .until(() -> !table.lease(LANE, heir, Duration.ofMinutes(1)).isEmpty());
        table.moveToSent(LANE, page);
        table.park(LANE, page.getFirst(), "RecordTooLargeException");

        // Then
        assertEquals(3, count("select count(*) from outbox"));
        assertEquals(0, count("select count(*) from outbox_sent"));
        assertEquals(0, count("select count(*) from outbox_parked"));
        table.moveToSent(LANE, table.read(LANE, table.lease(LANE, heir, Duration.ofMinutes(1)), List.of(), 10));
        assertEquals(3, count("select count(*) from outbox_sent"));
    }

    @Test
    void twoRelaysOfWhichOneIsKilledUnderLoadLoseNothingAndKeepEachAggregatesOrder() throws Exception {
        // Given
        var people = IntStream.range(0, 20)
                .mapToObj(n -> UUID.randomUUID().toString())
                .toList();
        var victim = relay();
        victim.start();
        relay().start();

        // When
        try (var writers = Executors.newFixedThreadPool(6)) {
            var done = new ArrayList<Future<?>>();
            for (int i = 0; i < 200; i++) {
                done.add(writers.submit(() -> commitForTwo(people)));
            }
            await().atMost(DEADLINE).until(() -> count("select count(*) from outbox_sent") >= 100);
            victim.die();
            for (var each : done) {
                each.get();
            }
        }
        await().atMost(DEADLINE).until(() -> count("select count(*) from outbox") == 0);

        // Then
        assertEquals(400, count("select count(*) from outbox_sent"));
        var messages = events.messages(Topic.CERTIFICATE.wireName());
        for (var person : people) {
            var written = column("select event_id from outbox_sent where record_key = '" + person + "' order by seq");
            assertEquals(written, List.copyOf(new LinkedHashSet<>(ids(messages, person))));
        }
    }

    @Test
    void anEventThatKafkaRefusesForGoodHoldsBackItsOwnAggregateOnly() throws Exception {
        // Given more events of the refused one's aggregate than any page holds
        var held = UUID.randomUUID().toString();
        var free = Writer.neighbourOf(Topic.CERTIFICATE, held);
        Writer.commit(database, certificate(held, "x".repeat(2_000_000)));
        var behind = Writer.commit(database, certificates(held, MANY));
        var healthy = Writer.commit(database, certificates(free, 3));

        // When
        relay().start();

        // Then
        await().atMost(DEADLINE).until(() -> arrived(free).equals(healthy));
        assertEquals(List.of(), arrived(held));
        assertEquals(List.of("RecordTooLargeException"), column("select reason from outbox_parked"));

        // When an operator has it sent again, and then gives it up
        run("update outbox_parked set state = 'RETRYING'");
        await().atMost(DEADLINE)
                .until(() -> count("select attempts from outbox_parked where state = 'PARKED' and attempts > 1") == 2);
        run("delete from outbox where event_id = (select event_id from outbox_parked)");
        run("update outbox_parked set state = 'DISCARDED', settled_at = clock_timestamp()");

        // Then
        await().atMost(DEADLINE).until(() -> arrived(held).size() >= MANY);
        assertEquals(behind, arrived(held));
    }

    @Test
    void anEventThatIsGivenUpWhileItIsInFlightStaysGivenUp() throws Exception {
        // Given an event that was parked, is sent again and is refused again
        Writer.commit(database, certificates(UUID.randomUUID().toString(), 2));
        var table = new OutboxTable(database);
        var page = table.read(LANE, table.lease(LANE, UUID.randomUUID(), Duration.ofMinutes(1)), List.of(), 10);
        var first = page.getFirst();
        table.park(LANE, first, "RecordTooLargeException");
        try (var operator = database.getConnection();
                var deed = operator.createStatement();
                var relay = Executors.newSingleThreadExecutor()) {
            operator.setAutoCommit(false);

            // When an operator gives it up in that moment
            deed.execute("delete from outbox where event_id = '" + first.eventId() + "'");
            deed.execute("update outbox_parked set state = 'DISCARDED', settled_at = clock_timestamp()");
            var refusal = relay.submit(() -> {
                table.park(LANE, first, "RecordTooLargeException");
                return true;
            });
            await().atMost(DEADLINE)
                    .until(() -> count("select count(*) from pg_stat_activity where datname = current_database()"
                                    + " and wait_event_type = 'Lock'")
                            == 1);
            operator.commit();
            refusal.get();
        }
        table.moveToSent(LANE, page);

        // Then
        assertEquals(List.of("DISCARDED"), column("select state from outbox_parked"));
        assertEquals(1, count("select count(*) from outbox_sent"));
    }

    @Test
    void eventsThatCannotBeSentForNowRestAndOthersFlow() throws Exception {
        // Given events for a topic that is not there, more of them than any page holds
        var resting = UUID.randomUUID().toString();
        var free = Writer.neighbourOf(Topic.CERTIFICATE, resting);
        var behind = Writer.commit(database, certificates(resting, MANY));
        run("update outbox set topic = 'training.nowhere'");
        var healthy = Writer.commit(database, certificates(free, 3));

        // When
        relay().start();

        // Then
        await().atMost(DEADLINE).until(() -> arrived(free).equals(healthy));
        assertEquals(MANY, count("select count(*) from outbox where record_key = '" + resting + "'"));

        // When
        try (var admin = Admin.create(Map.of("bootstrap.servers", config.get("kafka.bootstrap.servers")))) {
            admin.createTopics(List.of(new NewTopic("training.nowhere", 1, (short) 1)))
                    .all()
                    .get();
        }

        // Then
        await().atMost(DEADLINE).until(() -> count("select count(*) from outbox") == 0);
        assertEquals(behind, arrived("training.nowhere", resting));
        assertEquals(0, count("select count(*) from outbox_parked"));
    }

    @Test
    void whatWasWrittenBeforeTheCutIsKeptAndTheReleaseBeforeGoesOnWriting() throws Exception {
        // Given a database of the release before
        var schema = Flyway.configure().dataSource(database).schemas("before").locations("db/platform");
        schema.target("202611230140").load().migrate();
        var send = "insert into before.outbox_sent (seq, event_id, topic, record_key, type, at, payload) values "
                + "(%d, gen_random_uuid(), 't', 'k', 'e', clock_timestamp(), '')";
        run(send.formatted(1));
        run("insert into before.dead_letter (event_id, topic, record_key, type, payload, state, reason) values "
                + "(gen_random_uuid(), 't', 'k', 'e', '', 'DEAD', 'broken')");
        run("insert into before.import_file (id, kind, source) values ('f', 'k', 's'), ('empty', 'k', 's')");
        run(
                "insert into before.import_fate (import_id, line, outcome) values ('f', 1, 'CREATED'), ('f', 2, 'REJECTED')");
        var audit = "insert into before.audit_row (actor, consumer, roles, action, subject, content_hash) values "
                + "('a', 'c', 'r', '%s', 's', '')";
        run(audit.formatted("first"));

        // When
        schema.target("latest").load().migrate();
        run(send.formatted(2));
        run("set search_path to before; insert into import_fate (import_id, line, outcome) values ('f', 3, 'CREATED');"
                + " reset search_path");
        run(audit.formatted("second"));

        // Then
        assertEquals(List.of("1", "2"), column("select seq from before.outbox_sent order by seq"));
        assertEquals(List.of("DEAD"), column("select state from before.dead_letter where attempts = 3"));
        assertEquals(
                List.of("0 0", "2 1"), column("select created || ' ' || rejected from before.import_file order by id"));
        assertEquals(List.of("first", "second"), column("select action from before.audit_row order by xid, id"));
        assertEquals(
                List.of("3"),
                column("select count(*) from pg_index join pg_inherits on inhrelid = indrelid"
                        + " where inhparent = 'before.audit_row'::regclass"),
                "no index of the trail is built twice");
        assertEquals(
                List.of(),
                column("select conname from pg_constraint where not convalidated or conname = 'audit_row_before'"));
        assertEquals(
                column(
                        "select 'outbox_sent_' || to_char(((clock_timestamp() at time zone 'UTC')::date + 1), 'YYYYMMDD')"),
                column("select relname from pg_class join pg_inherits on inhrelid = pg_class.oid"
                        + " where inhparent = 'before.outbox_sent'::regclass"));
    }

    @Test
    void aRelayThatStumblesGoesOn() throws Exception {
        // Given
        var person = UUID.randomUUID().toString();
        var sent = Writer.commit(database, certificates(person, 3));
        var relay = relay();
        relay.database.stumbles.set(2);

        // When
        relay.start();

        // Then
        await().atMost(DEADLINE).until(() -> count("select count(*) from outbox_sent") == 3);
        assertEquals(sent, arrived(person));
        assertEquals(0, relay.database.stumbles.get());
    }

    @Test
    void aRelayThatIsStoppedGivesItsLeasesBackAtOnce() throws Exception {
        // Given
        var first = relay();
        first.start();
        await().atMost(DEADLINE)
                .until(() -> count("select count(*) from outbox_lease where until > clock_timestamp()") > 0);

        // When
        first.end();

        // Then
        assertEquals(0, count("select count(*) from outbox_lease where until > clock_timestamp()"));
    }

    private Object commitForTwo(List<String> people) throws SQLException {
        var random = new Random();
        Writer.commit(
                database,
                certificate(
                        people.get(random.nextInt(people.size())),
                        UUID.randomUUID().toString()),
                certificate(
                        people.get(random.nextInt(people.size())),
                        UUID.randomUUID().toString()));
        return people;
    }

    private static CertificateIssued[] certificates(String person, int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> certificate(person, String.valueOf(n)))
                .toArray(CertificateIssued[]::new);
    }

    private static CertificateIssued certificate(String person, String number) {
        return new CertificateIssued(number, person, "6-05-01-03", "L4", LocalDate.of(2024, 3, 1));
    }

    private static List<String> arrived(String person) {
        return arrived(Topic.CERTIFICATE.wireName(), person);
    }

    private static List<String> arrived(String topic, String key) {
        return ids(events.messages(topic), key);
    }

    private static List<String> ids(List<ConsumerRecord<String, byte[]>> messages, String key) {
        return messages.stream()
                .filter(message -> key.equals(message.key()))
                .map(message -> EventProbe.header(message, "ce_id"))
                .toList();
    }

    private static FaultyDatabase database() {
        var database = new FaultyDatabase();
        database.setUrl(config.get("quarkus.datasource.jdbc.url"));
        database.setUser(config.get("quarkus.datasource.username"));
        database.setPassword(config.get("quarkus.datasource.password"));
        return database;
    }

    private void run(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> column(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            var rows = statement.executeQuery(sql);
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    private long count(String sql) throws SQLException {
        var values = column(sql);
        assertTrue(values.size() <= 1, sql);
        return values.isEmpty() ? -1 : Long.parseLong(values.getFirst());
    }

    private Running relay() {
        var relay = new Running();
        running.add(relay);
        return relay;
    }

    /** One replica's relay, with its own way to the database. */
    private static final class Running {

        final FaultyDatabase database = database();
        private final KafkaProducer<String, byte[]> producer =
                Relays.producer(config.get("kafka.bootstrap.servers"), "relay-" + UUID.randomUUID(), FAST);
        private final Relay relay = new Relay(
                LANE,
                new OutboxTable(database),
                producer,
                new WakeUp(),
                FAST,
                new SimpleMeterRegistry().counter("sent"));
        private final Thread thread = new Thread(relay, "relay");

        void start() {
            thread.start();
        }

        /** As a killed process ends: nothing is written any more, leases are not given back. */
        void die() throws InterruptedException {
            database.cutOff = true;
            producer.close(Duration.ZERO);
            end();
        }

        void end() throws InterruptedException {
            relay.stop();
            thread.join();
            producer.close(Duration.ZERO);
        }
    }
}
