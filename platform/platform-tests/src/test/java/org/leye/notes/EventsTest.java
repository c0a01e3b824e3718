package org.leye.notes;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.leye.notes.HttpTest.note;
import static org.leye.notes.HttpTest.write;
import static org.leye.testsupport.Problems.problem;

import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

import org.leye.contracts.training.CertificateIssued;
import org.leye.platform.outbox.EventJson;
import org.leye.platform.outbox.Outbox;
import org.leye.testsupport.EventProbe;
import org.leye.testsupport.FromRealParts;
import org.leye.testsupport.Token;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

@NotesTest
class EventsTest {

    private static final Duration DEADLINE = Duration.ofSeconds(20);

    @FromRealParts
    EventProbe events;

    @Inject
    EntityManager entities;

    @Inject
    Outbox outbox;

    @Inject
    DataSource database;

    @Inject
    TransactionSynchronizationRegistry transaction;

    @Test
    void aChangeThatIsRolledBackSendsNothing() {
        // Given
        var lost = UUID.randomUUID().toString();
        var kept = UUID.randomUUID().toString();

        // When
        write(note(lost, "failLate", true)).then().spec(problem(409, "CONCURRENT_CHANGE"));
        write(note(kept)).then().statusCode(201);

        // Then
        events.await(CertificateIssued.class, event -> event.person().equals(kept));
        assertTrue(events.all(CertificateIssued.class).stream()
                .noneMatch(event -> event.person().equals(lost)));
        assertEquals(0, count("select count(*) from note where text = '" + lost + "'"));
    }

    @Test
    void anEventDeliveredTwiceHasOneEffect() {
        // Given
        var number = UUID.randomUUID().toString();
        var id = UUID.randomUUID();

        // When
        events.send(id, certificate(number, number, "L4"));
        events.send(id, certificate(number, number, "L4"));
        events.send(UUID.randomUUID(), certificate(number + "-last", number, "L4"));

        // Then
        seen(number + "-last");
        assertEquals(1, count("select seen from note where id = 'seen-" + number + "'"));
    }

    @Test
    void aPoisonedEventStopsItsOwnKeyOnly() {
        // Given
        var poisoned = UUID.randomUUID().toString();
        var healthy = UUID.randomUUID().toString();

        // When
        events.send(certificate(poisoned + "-1", poisoned, NoteSeen.POISON));
        events.send(certificate(poisoned + "-2", poisoned, "L4"));
        events.send(certificate(healthy, healthy, "L4"));

        // Then
        seen(healthy);
        await().atMost(DEADLINE)
                .untilAsserted(() -> assertEquals(
                        2, count("select count(*) from dead_letter where record_key = '" + poisoned + "'")));
        assertEquals(
                1,
                count("select count(*) from dead_letter where state = 'WAITING' and record_key = '" + poisoned + "'"));
        assertEquals(0, count("select count(*) from note where id = 'seen-" + poisoned + "-2'"));
    }

    @Test
    void bytesThatAreNoEventAndUnknownEventsDoNoHarm() {
        var key = UUID.randomUUID().toString();
        events.sendRaw(UUID.randomUUID(), "training.unheard-of.v9", "training.certificate", key, new byte[] {1, 2, 3});
        events.sendRaw(
                UUID.randomUUID(), "training.certificate.issued.v1", "training.certificate", key, new byte[] {1});
        events.sendRaw(UUID.randomUUID(), "training.certificate.issued.v1", "training.certificate", key, null);
        events.sendRaw(
                UUID.randomUUID(),
                "training.certificate.issued.v1",
                "training.certificate",
                key + "\u0000",
                new byte[] {1});
        var other = UUID.randomUUID().toString();
        events.send(certificate(other, other, "L4"));
        seen(other);
        await().atMost(DEADLINE)
                .untilAsserted(() -> assertEquals(
                        3, count("select count(*) from dead_letter where record_key like '" + key + "%'")));
    }

    @Test
    void aHeaderThatIsNoTraceContextStopsNothing() {
        // Given
        var key = UUID.randomUUID().toString();
        for (var trace : List.of("\u0000", "00-00000000000000000000000000000000-00f067aa0ba902b7-01")) {
            events.sendRaw(
                    UUID.randomUUID(),
                    "training.certificate.issued.v1",
                    "training.certificate",
                    key,
                    new byte[] {1},
                    Map.of("traceparent", trace));
        }

        // When
        var other = UUID.randomUUID().toString();
        events.send(certificate(other, other, "L4"));

        // Then
        seen(other);
        await().atMost(DEADLINE)
                .untilAsserted(() -> assertEquals(
                        2,
                        count("select count(*) from dead_letter where traceparent is null and record_key = '" + key
                                + "'")));
    }

    @Test
    void aHandlerThatIsKilledBeforeItsCommitHasItsEffectOnce() {
        // Given
        var number = UUID.randomUUID().toString();

        // When its connection dies after its work and before its commit
        events.send(certificate(number, number, NoteSeen.DEADLY));

        // Then
        seen(number);
        assertEquals(1, count("select seen from note where id = 'seen-" + number + "'"));
        assertEquals(0, count("select count(*) from dead_letter where record_key = '" + number + "'"));
    }

    @Test
    void theTraceOfARequestGoesWithItsEventsAndWithWhatTheyLeadTo() {
        // Given
        var trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        var asked = UUID.randomUUID().toString();
        var untraced = UUID.randomUUID().toString();

        // When
        HttpTest.as(Token.county())
                .header("Idempotency-Key", UUID.randomUUID())
                .header("traceparent", trace)
                .body(note(asked))
                .post("/notes/v1/notes")
                .then()
                .statusCode(201);
        HttpTest.as(Token.county())
                .header("Idempotency-Key", UUID.randomUUID())
                .header("traceparent", "00-ffff-not-one")
                .body(note(untraced))
                .post("/notes/v1/notes")
                .then()
                .statusCode(201);
        var teller = UUID.randomUUID().toString();
        events.sendRaw(
                UUID.randomUUID(),
                "training.certificate.issued.v1",
                "training.certificate",
                teller,
                EventJson.write(certificate(teller, teller, NoteSeen.TELL)),
                Map.of("traceparent", trace));

        // Then
        await().atMost(DEADLINE).untilAsserted(() -> {
            assertEquals(List.of(trace), traces(asked));
            assertEquals(List.of(""), traces(untraced));
            assertEquals(List.of(trace), traces(teller + "-told"));
        });
    }

    private List<String> traces(String key) {
        return events.messages("training.certificate").stream()
                .filter(message -> key.equals(message.key()))
                .map(message -> EventProbe.header(message, "traceparent"))
                .toList();
    }

    @Test
    void changesThatNameTheSamePeopleInAnotherOrderDoNotWaitForEachOther() throws Exception {
        // Given
        var one = UUID.randomUUID().toString();
        var two = UUID.randomUUID().toString();
        var bothHaveBegun = new CyclicBarrier(2);

        // When
        try (var writers = Executors.newFixedThreadPool(2)) {
            var first = writers.submit(() -> appendBoth(one, two, bothHaveBegun));
            var second = writers.submit(() -> appendBoth(two, one, bothHaveBegun));
            first.get();
            second.get();
        }

        // Then
        await().atMost(DEADLINE).untilAsserted(() -> {
            assertEquals(2, traces(one).size());
            assertEquals(2, traces(two).size());
        });
    }

    private void appendBoth(String person, String another, CyclicBarrier bothHaveBegun) {
        QuarkusTransaction.requiringNew().call(() -> {
            outbox.append(certificate(UUID.randomUUID().toString(), person, "L4"));
            bothHaveBegun.await(DEADLINE.toSeconds(), TimeUnit.SECONDS);
            outbox.append(certificate(UUID.randomUUID().toString(), another, "L4"));
            return true;
        });
    }

    @Test
    void eventsOfOneAggregateArriveInTheOrderOfTheirCommits() throws Exception {
        // Given
        var people = List.of(
                UUID.randomUUID().toString(),
                UUID.randomUUID().toString(),
                UUID.randomUUID().toString());

        // When many writers append at once and take their time between the writing of an event and their commit
        try (var writers = Executors.newFixedThreadPool(8)) {
            var done = new ArrayList<Future<?>>();
            for (int i = 0; i < 120; i++) {
                var person = people.get(i % people.size());
                done.add(writers.submit(() -> appendAndCommitLate(person)));
            }
            for (var each : done) {
                each.get();
            }
        }

        // Then what was numbered first arrived first, so nothing with a lower number was committed later
        for (var person : people) {
            await().atMost(DEADLINE)
                    .untilAsserted(() -> assertEquals(40, sent(person).size()));
            var arrived = events.messages("training.certificate").stream()
                    .filter(message -> person.equals(message.key()))
                    .map(message -> EventProbe.header(message, "ce_id"))
                    .toList();
            assertEquals(sent(person), arrived);
        }
    }

    private void appendAndCommitLate(String person) {
        QuarkusTransaction.requiringNew().run(() -> {
            outbox.append(certificate(UUID.randomUUID().toString(), person, "L4"));
            transaction.registerInterposedSynchronization(new Synchronization() {
                @Override
                public void beforeCompletion() {
                    rest();
                }

                @Override
                public void afterCompletion(int status) {
                    // nothing to do any more
                }
            });
        });
    }

    private void rest() {
        try (var connection = database.getConnection();
                var sleep = connection.prepareStatement("select pg_sleep(random() / 50)")) {
            sleep.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ids of the person's events, in the order of their numbers. */
    private List<String> sent(String person) {
        List<?> ids = QuarkusTransaction.requiringNew().call(() -> entities.createNativeQuery(
                        "select cast(event_id as text) from outbox_sent where record_key = :person order by seq")
                .setParameter("person", person)
                .getResultList());
        return ids.stream().map(Object::toString).toList();
    }

    @Test
    void whatWaitsAndWhatWasSentCanBeMeasured() {
        await().atMost(DEADLINE).untilAsserted(() -> {
            var metrics = RestAssured.given().get("/q/metrics").asString();
            for (var name : List.of(
                    "leye_outbox_depth{lane=\"bulk\"",
                    "leye_outbox_oldest_age_seconds{lane=\"interactive\"",
                    "leye_outbox_parked{",
                    "leye_outbox_sent_total{",
                    "leye_inbox_dead_letters",
                    "leye_inbox_waiting",
                    "leye_inbox_blocked_keys",
                    "kafka_consumer_fetch_manager_records_lag")) {
                assertTrue(metrics.contains(name), name);
            }
        });
    }

    private void seen(String number) {
        await().atMost(DEADLINE)
                .untilAsserted(
                        () -> assertEquals(1, count("select count(*) from note where id = 'seen-" + number + "'")));
    }

    private static CertificateIssued certificate(String number, String person, String level) {
        return new CertificateIssued(number, person, "6-05-01-03", level, LocalDate.of(2024, 3, 1));
    }

    private long count(String sql) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) entities.createNativeQuery(sql).getSingleResult()).longValue());
    }
}
