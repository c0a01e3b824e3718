package org.leye.notes;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.leye.notes.HttpTest.as;
import static org.leye.testsupport.Problems.problem;
import static org.leye.testsupport.Problems.violation;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.leye.contracts.training.CertificateIssued;
import org.leye.platform.outbox.Outbox;
import org.leye.testsupport.EventProbe;
import org.leye.testsupport.FromRealParts;
import org.leye.testsupport.Token;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

/** What a service stands for can be told again: once each, in pages, never older than what was told last. */
@NotesTest
class RepublishTest {

    private static final String REPUBLISH = "/notes/v1/events/republish";
    private static final String ADMIN = Token.officer("ADMIN", "330282");
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    @FromRealParts
    EventProbe events;

    @Inject
    EntityManager entities;

    @Inject
    Outbox outbox;

    @Test
    void everyFactIsToldOnceHoweverManyPagesThatTakes() {
        // Given more than a page holds
        var mark = UUID.randomUUID().toString();
        run("insert into note (id, version, text) select '" + mark + "-' || n, 0, '" + mark
                + "-' || (n / 3) from generate_series(1, 450) n");

        // When
        var order = republished(Map.of());

        // Then
        done(order)
                .then()
                .body("topics.topic", equalTo(List.of("training.certificate")))
                .body("topics[0].events", greaterThanOrEqualTo(450));
        events.await(CertificateIssued.class, event -> event.certificateNumber().equals(mark + "-450"));
        await().atMost(DEADLINE)
                .untilAsserted(() -> assertEquals(
                        IntStream.rangeClosed(1, 450)
                                .mapToObj(n -> mark + "-" + n)
                                .sorted()
                                .toList(),
                        events.all(CertificateIssued.class).stream()
                                .map(CertificateIssued::certificateNumber)
                                .filter(number -> number.startsWith(mark))
                                .sorted()
                                .collect(Collectors.toList())));
    }

    @Test
    void aRestatementIsNeverOlderThanAChangeThatWasToldBefore() {
        // Given a note whose change is on its way and not committed
        var text = UUID.randomUUID().toString();
        run("insert into note (id, version, text) values ('" + text + "', 0, '" + text + "')");
        var order = QuarkusTransaction.requiringNew().call(() -> {
            entities.createNativeQuery("update note set seen = 1 where id = '" + text + "'")
                    .executeUpdate();
            outbox.append(NotesRestatement.told(text, text, 1));

            // When all is told again meanwhile
            var opened = republished(Map.of("topics", List.of("training.certificate")));
            await().atMost(DEADLINE).until(() -> waitsForALock() || isDone(opened));
            return opened;
        });
        done(order);

        // Then the last word is the newest
        await().atMost(DEADLINE).untilAsserted(() -> assertEquals(2, told(text).size()));
        assertEquals("L3", told(text).getLast());
    }

    @Test
    void eventsBehindAParkedOneDoNotHoldUpAnOrder() {
        // Given more of them than an order waits for
        var parked = UUID.randomUUID().toString();
        QuarkusTransaction.requiringNew().run(() -> {
            entities.createNativeQuery("insert into outbox_parked (event_id, topic, record_key, type, lane, reason)"
                            + " values ('" + parked + "', 'training.certificate', '" + parked + "', 'x', 0, 'x')")
                    .executeUpdate();
            for (int n = 0; n < 60; n++) {
                outbox.append(NotesRestatement.told(parked + "-" + n, parked, 1));
            }
        });

        // When
        var order = republished(Map.of());

        // Then
        done(order);
        run("delete from outbox where record_key = '" + parked + "'");
        run("delete from outbox_parked where record_key = '" + parked + "'");
    }

    @Test
    void oneOrderRunsAtATime() {
        // Given an order that cannot go on
        var text = UUID.randomUUID().toString();
        run("insert into note (id, version, text) values ('" + text + "', 0, '" + text + "')");
        var order = QuarkusTransaction.requiringNew().call(() -> {
            entities.createNativeQuery(
                            "select cast(pg_advisory_xact_lock(hashtextextended('training.certificate|' || text, 0))"
                                    + " as text) from note where text > '' order by text")
                    .getResultList();
            var first = republished(Map.of());

            // When, then
            ask(Map.of()).then().spec(problem(409, "REPUBLICATION_RUNNING"));
            return first;
        });
        done(order);
        done(republished(Map.of()));
    }

    @Test
    void onlyOwnTopicsAreToldAgainAndOnlyForWhoMayAsk() {
        ask(Map.of("topics", List.of("training.certificate", "subsidy.case")))
                .then()
                .spec(violation("/topics/1", "NOT_OUR_TOPIC"));
        ask(Map.of("topics", List.of())).then().statusCode(400);
        as(Token.county())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of())
                .post(REPUBLISH)
                .then()
                .spec(problem(403, "FORBIDDEN"));
        as(ADMIN).get(REPUBLISH + "/rep_nothing").then().spec(problem(404, "REPUBLICATION_NOT_FOUND"));
    }

    private List<String> told(String text) {
        return events.all(CertificateIssued.class).stream()
                .filter(event -> event.person().equals(text))
                .map(CertificateIssued::level)
                .toList();
    }

    private static Response ask(Map<String, Object> order) {
        return as(ADMIN)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(order)
                .post(REPUBLISH);
    }

    private static String republished(Map<String, Object> order) {
        return ask(order).then().statusCode(202).extract().header("Location");
    }

    private static Response done(String order) {
        await().atMost(DEADLINE).until(() -> isDone(order));
        return as(ADMIN).get(order);
    }

    private static boolean isDone(String order) {
        return "DONE"
                .equals(as(ADMIN).get(order).then().statusCode(200).extract().path("state"));
    }

    private boolean waitsForALock() {
        return QuarkusTransaction.requiringNew().call(() -> !entities.createNativeQuery(
                        "select 1 from pg_locks where locktype = 'advisory' and not granted")
                .getResultList()
                .isEmpty());
    }

    private void run(String sql) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(sql).executeUpdate());
    }
}
