package org.leye.testsupport;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;

import org.leye.contracts.Event;
import org.leye.platform.outbox.EventJson;
import org.leye.platform.outbox.inbox.EventHandler;

import io.restassured.RestAssured;
import org.eclipse.microprofile.config.ConfigProvider;

/** What a listening service owes to docs/events, asked of its real handlers through Kafka. */
public final class ListenerContract {

    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private final EventDocument document;
    private final EventProbe events;
    private final DataSource database;
    private final SortedMap<String, Class<? extends Event>> handled = new TreeMap<>();

    /** Of the service by this name; the handlers are all it has. */
    public ListenerContract(
            String service, EventProbe events, DataSource database, List<EventHandler<? extends Event>> handlers) {
        this.document = EventDocument.of(service);
        this.events = events;
        this.database = database;
        handlers.forEach(
                handler -> handled.put(EventJson.typeOf(handler.eventType()).value(), handler.eventType()));
    }

    /** Handlers and topics are those of the document. */
    public void assertListensAsDocumented() {
        var heard = document.heard();
        assertEquals(
                heard.values().stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new)),
                new TreeSet<>(handled.keySet()));
        var topics = ConfigProvider.getConfig().getValue("mp.messaging.incoming.events.topics", String.class);
        assertEquals(heard.keySet(), new TreeSet<>(Arrays.asList(topics.split(","))));
    }

    /** Every example of every event that is handled leaves its trace, and none is a dead letter. */
    public void assertTakesEveryExample() {
        var keys = new TreeSet<String>();
        var sent = new ArrayList<UUID>();
        handled.forEach((type, contract) -> EventDocument.examples(type).forEach((name, payload) -> {
            var event = parsed(payload, contract);
            keys.add(event.recordKey());
            sent.add(send(type, event.recordKey(), payload));
        }));
        awaitTaken(sent);
        keys.forEach(key ->
                assertFalse(RowsAbout.keys(database, List.of(key)).rows().isEmpty(), "nothing is known of " + key));
    }

    /** A type that nobody asked for is left alone, and counted. */
    public void assertIgnoresAndCountsWhatItNeverAskedFor() {
        var topic = document.heard().firstKey();
        var type = topic + ".unheard-of.v" + UUID.randomUUID().toString().charAt(0);
        double before = counted(type);
        var id = UUID.randomUUID();
        events.sendRaw(id, type, topic, "somebody", new byte[] {1, 2, 3});
        await().atMost(DEADLINE).untilAsserted(() -> assertEquals(before + 1, counted(type)));
        assertEquals(0, count("select count(*) from inbox where event_id = any (?)", List.of(id)));
    }

    /** What others told about these keys, told again under new ids, as a republication does, changes nothing. */
    public void assertToldAgainChangesNothing(List<String> keys) {
        var known = RowsAbout.keys(database, keys);
        assertFalse(known.rows().isEmpty(), "nothing is known of " + keys);
        var sent = new ArrayList<UUID>();
        for (var topic : document.heard().keySet()) {
            for (var message : events.messages(topic)) {
                var type = EventProbe.header(message, "ce_type");
                if (keys.contains(message.key()) && handled.containsKey(type)) {
                    sent.add(send(type, message.key(), message.value()));
                }
            }
        }
        assertFalse(sent.isEmpty(), "nobody told anything about " + keys);
        awaitTaken(sent);
        assertEquals(known, RowsAbout.keys(database, keys));
    }

    private UUID send(String type, String key, byte[] payload) {
        var id = UUID.randomUUID();
        events.sendRaw(id, type, EventJson.typeOf(handled.get(type)).topic().wireName(), key, payload);
        return id;
    }

    private void awaitTaken(List<UUID> sent) {
        await().atMost(DEADLINE)
                .untilAsserted(() ->
                        assertEquals(sent.size(), count("select count(*) from inbox where event_id = any (?)", sent)));
        assertEquals(0, count("select count(*) from dead_letter where event_id = any (?)", sent));
    }

    private long count(String sql, List<UUID> ids) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(sql)) {
            query.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            var row = query.executeQuery();
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double counted(String type) {
        return RestAssured.get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("leye_inbox_not_asked_for") && line.contains('"' + type + '"'))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private static Event parsed(byte[] payload, Class<? extends Event> contract) {
        try {
            return EventJson.read(payload, contract);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
