package org.leye.testsupport.notes;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.leye.testsupport.Problems.problem;
import static org.leye.testsupport.notes.HttpTest.note;
import static org.leye.testsupport.notes.HttpTest.write;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.leye.contracts.training.CertificateIssued;
import org.leye.platform.outbox.Outbox;
import org.leye.testsupport.EventProbe;
import org.leye.testsupport.FromRealParts;

import io.quarkus.narayana.jta.QuarkusTransaction;
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
        var other = UUID.randomUUID().toString();
        events.send(certificate(other, other, "L4"));
        seen(other);
    }

    @Test
    void eventsOfOneAggregateArriveInTheOrderOfTheirCommits() throws Exception {
        // Given
        var people = List.of(
                UUID.randomUUID().toString(),
                UUID.randomUUID().toString(),
                UUID.randomUUID().toString());
        var committed = new HashMap<String, List<String>>();
        people.forEach(person -> committed.put(person, new ArrayList<>()));

        // When many writers append at once, each counting under the aggregate's own lock
        try (var writers = Executors.newFixedThreadPool(8)) {
            var done = new ArrayList<Future<?>>();
            for (int i = 0; i < 120; i++) {
                var person = people.get(i % people.size());
                done.add(writers.submit(() -> append(person, committed.get(person))));
            }
            for (var each : done) {
                each.get();
            }
        }

        // Then
        for (var person : people) {
            var last = committed.get(person).getLast();
            events.await(
                    CertificateIssued.class, event -> event.certificateNumber().equals(last));
            var arrived = events.all(CertificateIssued.class).stream()
                    .filter(event -> event.person().equals(person))
                    .map(CertificateIssued::certificateNumber)
                    .toList();
            assertEquals(committed.get(person), arrived);
        }
    }

    /** Two events of one aggregate wait for each other, so what is noted after the append is noted in commit order. */
    private void append(String person, List<String> committed) {
        QuarkusTransaction.requiringNew().run(() -> {
            var number = UUID.randomUUID().toString();
            outbox.append(certificate(number, person, "L4"));
            synchronized (committed) {
                committed.add(number);
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
