package org.leye.notes;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.leye.notes.HttpTest.as;
import static org.leye.testsupport.Problems.problem;
import static org.leye.testsupport.Problems.violation;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.leye.contracts.training.CertificateIssued;
import org.leye.platform.outbox.Outbox;
import org.leye.testsupport.EventProbe;
import org.leye.testsupport.FromRealParts;
import org.leye.testsupport.Token;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

/** What an operator sees and does about events that could not be handled or could not be sent. */
@NotesTest
class PoisonedEventsTest {

    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final String LETTERS = "/notes/v1/events/dead-letters";
    private static final String PARKED = "/notes/v1/events/parked";
    private static final String ADMIN = Token.officer("ADMIN", "330282");

    @FromRealParts
    EventProbe events;

    @Inject
    EntityManager entities;

    @Inject
    Outbox outbox;

    @Test
    void retryReplaysWhatWaitedAndWhatComesMeanwhileInTheOrderInWhichItCame() {
        // Given a cured event and others behind it
        var person = UUID.randomUUID().toString();
        var numbers = numbers(person, 60);
        var poisoned = poison(person, numbers.getFirst());
        numbers.subList(1, 40).forEach(number -> send(person, number));
        await().atMost(DEADLINE).until(() -> waiting(poisoned) == 39);
        cure(numbers.getFirst());

        // When
        act(LETTERS, poisoned, "retry").statusCode(202).body("state", equalTo("RETRYING"));
        numbers.subList(40, 60).forEach(number -> send(person, number));

        // Then
        await().atMost(DEADLINE).untilAsserted(() -> assertEquals(String.join(" ", numbers), story(person)));
        read(LETTERS, poisoned).body("state", equalTo("HANDLED"));
        await().atMost(DEADLINE)
                .until(() -> count("select count(*) from blocked_key where record_key = '" + person + "'") == 0);
        assertEquals(
                0,
                count("select count(*) from dead_letter where record_key = '" + person + "' and settled_at is null"));
    }

    @Test
    void anEventThatFailsAgainIsDeadAgainAndItsKeyStaysBlocked() {
        // Given
        var person = UUID.randomUUID().toString();
        var numbers = numbers(person, 2);
        var poisoned = poison(person, numbers.get(0));
        send(person, numbers.get(1));
        await().atMost(DEADLINE).until(() -> waiting(poisoned) == 1);
        read(LETTERS, poisoned)
                .body("state", equalTo("DEAD"))
                .body("attempts", equalTo(3))
                .body("reason", startsWith("IllegalArgumentException, at NoteSeen"))
                .body("reason", not(containsString("cannot be handled")));

        // When
        act(LETTERS, poisoned, "retry").statusCode(202);

        // Then
        await().atMost(DEADLINE).untilAsserted(() -> read(LETTERS, poisoned)
                .body("state", equalTo("DEAD"))
                .body("attempts", equalTo(4))
                .body("waiting", equalTo(1)));
        assertEquals("", story(person));
    }

    @Test
    void discardGivesOneEventUpAndFreesTheOthers() {
        // Given
        var person = UUID.randomUUID().toString();
        var numbers = numbers(person, 3);
        var poisoned = poison(person, numbers.get(0));
        send(person, numbers.get(1));
        send(person, numbers.get(2));
        await().atMost(DEADLINE).until(() -> waiting(poisoned) == 2);

        // When
        act(LETTERS, poisoned, "discard", Map.of("reason", "corrected by hand"))
                .statusCode(202)
                .body("state", equalTo("DISCARDED"));

        // Then
        await().atMost(DEADLINE)
                .untilAsserted(() -> assertEquals(String.join(" ", numbers.subList(1, 3)), story(person)));
        assertEquals(
                1,
                count("select count(*) from audit_row where action = 'event.discard' and subject = 'event_" + poisoned
                        + "' and purpose = 'corrected by hand'"));
        act(LETTERS, poisoned, "retry").spec(problem(409, "EVENT_STATE_FORBIDS"));
    }

    @Test
    void anEventThatNoKeyOpensIsDeadAgainAndCanBeGivenUp() {
        // Given
        var person = UUID.randomUUID().toString();
        var numbers = numbers(person, 2);
        var lost = poison(person, numbers.get(0));
        send(person, numbers.get(1));
        await().atMost(DEADLINE).until(() -> waiting(lost) == 1);
        run("update dead_letter set payload = 'k9.A256GCM.AAAA' where event_id = '" + lost + "'");

        // When
        act(LETTERS, lost, "retry").statusCode(202);

        // Then
        await().atMost(DEADLINE).untilAsserted(() -> read(LETTERS, lost)
                .body("state", equalTo("DEAD"))
                .body("attempts", equalTo(4))
                .body("reason", startsWith("IllegalStateException, at FieldCipher")));
        act(LETTERS, lost, "discard", Map.of("reason", "lost")).statusCode(202);
        await().atMost(DEADLINE).untilAsserted(() -> assertEquals(numbers.get(1), story(person)));
        run("delete from dead_letter where event_id = '" + lost + "'");
    }

    @Test
    void anEventThatIsAboutToBeTriedAgainCanStillBeGivenUp() {
        // Given a letter that the replay does not come to
        var person = UUID.randomUUID().toString();
        var numbers = numbers(person, 2);
        var poisoned = poison(person, numbers.get(0));
        send(person, numbers.get(1));
        await().atMost(DEADLINE).until(() -> waiting(poisoned) == 1);
        run("update dead_letter set state = 'RETRYING' where event_id = '" + poisoned + "'");

        // When
        act(LETTERS, poisoned, "discard", Map.of("reason", "given up"))
                .statusCode(202)
                .body("state", equalTo("DISCARDED"));

        // Then
        await().atMost(DEADLINE).untilAsserted(() -> assertEquals(numbers.get(1), story(person)));
    }

    @Test
    void anEventThatIsAboutToBeSentAgainCanStillBeGivenUp() {
        // Given one in a bucket that no relay reads
        var id = UUID.randomUUID().toString();
        QuarkusTransaction.requiringNew().run(() -> {
            entities.createNativeQuery(
                            "insert into outbox_parked (event_id, topic, record_key, type, lane, state, reason)"
                                    + " values ('" + id + "', 'training.certificate', '" + id
                                    + "', 'x', 1, 'RETRYING', 'x')")
                    .executeUpdate();
            entities.createNativeQuery("insert into outbox (event_id, topic, record_key, type, lane, bucket, payload)"
                            + " values ('" + id + "', 'training.certificate', '" + id + "', 'x', 1, 99, '')")
                    .executeUpdate();
        });
        act(PARKED, id, "retry").spec(problem(409, "EVENT_STATE_FORBIDS"));

        // When
        act(PARKED, id, "discard", Map.of("reason", "given up")).statusCode(202).body("state", equalTo("DISCARDED"));

        // Then
        assertEquals(0, count("select count(*) from outbox where event_id = '" + id + "'"));
    }

    @Test
    void onlyTheFirstOfAKeyIsDecidedOnAndOnlyByAnAdministrator() {
        // Given
        var person = UUID.randomUUID().toString();
        var numbers = numbers(person, 2);
        var poisoned = poison(person, numbers.get(0));
        send(person, numbers.get(1));
        await().atMost(DEADLINE).until(() -> waiting(poisoned) == 1);
        var behind = text("select cast(event_id as text) from dead_letter where state = 'WAITING' and record_key = '"
                + person + "'");

        // Then
        act(LETTERS, behind, "retry").spec(problem(409, "EVENT_WAITS_FOR_EARLIER"));
        act(LETTERS, "no-such", "retry").spec(problem(404, "EVENT_NOT_FOUND"));
        act(PARKED, UUID.randomUUID().toString(), "retry").spec(problem(404, "EVENT_NOT_FOUND"));
        act(LETTERS, poisoned, "discard", Map.of("reason", "")).spec(violation("/reason", "REQUIRED"));
        as(Token.county()).get(LETTERS).then().spec(problem(403, "FORBIDDEN"));
        as(ADMIN).post(LETTERS + "/" + poisoned + "/retry").then().spec(problem(400, "IDEMPOTENCY_KEY_REQUIRED"));
    }

    @Test
    void theListShowsWhatWaitsAndNeverWhatAnEventSays() {
        // Given
        var person = UUID.randomUUID().toString();
        var number = person + "-1";
        var poisoned = poison(person, number);

        // Then
        as(ADMIN)
                .queryParam("topic", "training.certificate")
                .queryParam("type", "training.certificate.issued.v1")
                .queryParam("state", "DEAD")
                .queryParam("limit", 500)
                .get(LETTERS)
                .then()
                .statusCode(200)
                .body("items.find { it.id == '" + poisoned + "' }.recordKey", equalTo(person))
                .body(not(containsString(number)))
                .body(not(containsString("payload")));
        as(ADMIN)
                .queryParam("topic", "subsidy.case")
                .get(LETTERS)
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0));
        var first = as(ADMIN)
                .queryParam("limit", 1)
                .get(LETTERS)
                .then()
                .statusCode(200)
                .extract();
        as(ADMIN)
                .queryParam("limit", 1)
                .queryParams(first.path("next") == null ? Map.of() : Map.of("after", first.path("next")))
                .get(LETTERS)
                .then()
                .statusCode(200);
    }

    @Test
    void aParkedEventIsSeenSentAgainAndGivenUp() {
        // Given an event that is larger than Kafka takes, and one behind it
        var person = UUID.randomUUID().toString();
        QuarkusTransaction.requiringNew().run(() -> {
            outbox.append(certificate("x".repeat(2_000_000), person, "L4"));
            outbox.append(certificate(person + "-2", person, "L4"));
        });
        var parked = "select cast(event_id as text) from outbox_parked where record_key = '" + person + "'";
        await().atMost(DEADLINE).until(() -> !text(parked).isEmpty());
        var id = text(parked);
        as(ADMIN)
                .queryParam("state", "PARKED")
                .get(PARKED)
                .then()
                .statusCode(200)
                .body("items.find { it.id == '" + id + "' }.reason", equalTo("RecordTooLargeException"))
                .body("items.find { it.id == '" + id + "' }.waiting", equalTo(1));

        // When
        act(PARKED, id, "retry").statusCode(202).body("state", equalTo("RETRYING"));

        // Then
        await().atMost(DEADLINE)
                .untilAsserted(
                        () -> read(PARKED, id).body("state", equalTo("PARKED")).body("attempts", equalTo(2)));
        assertEquals("", story(person));

        // When
        act(PARKED, id, "discard", Map.of("reason", "too large"))
                .statusCode(202)
                .body("state", equalTo("DISCARDED"));

        // Then
        await().atMost(DEADLINE).untilAsserted(() -> assertEquals(person + "-2", story(person)));
        act(PARKED, id, "discard", Map.of("reason", "again")).spec(problem(409, "EVENT_STATE_FORBIDS"));
    }

    /** Sends an event that cannot be handled; returns its id once it is dead. */
    private String poison(String person, String number) {
        var id = UUID.randomUUID();
        events.send(id, certificate(number, person, NoteSeen.POISON));
        await().atMost(DEADLINE)
                .until(() -> count("select count(*) from dead_letter where event_id = '" + id + "'") == 1);
        return id.toString();
    }

    private void send(String person, String number) {
        events.send(certificate(number, person, "L4"));
    }

    private void cure(String number) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("insert into note (id, version, text) values (:id, 0, '')")
                        .setParameter("id", NoteSeen.cure(number))
                        .executeUpdate());
    }

    private void run(String sql) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(sql).executeUpdate());
    }

    private static ValidatableResponse act(String list, String id, String action) {
        return as(ADMIN)
                .header("Idempotency-Key", UUID.randomUUID())
                .post(list + "/" + id + "/" + action)
                .then();
    }

    private static ValidatableResponse act(String list, String id, String action, Object body) {
        return as(ADMIN)
                .header("Idempotency-Key", UUID.randomUUID())
                .body(body)
                .post(list + "/" + id + "/" + action)
                .then();
    }

    private static ValidatableResponse read(String list, String id) {
        return as(ADMIN).get(list + "/" + id).then().statusCode(200);
    }

    private static int waiting(String letter) {
        return read(LETTERS, letter).extract().path("waiting");
    }

    /** The numbers of a person's certificates that had their effect, in that order. */
    private String story(String person) {
        return text("select trim(text) from note where id = 'story-" + person + "'");
    }

    private static List<String> numbers(String person, int count) {
        return new ArrayList<>(
                IntStream.rangeClosed(1, count).mapToObj(n -> person + "-" + n).toList());
    }

    private static CertificateIssued certificate(String number, String person, String level) {
        return new CertificateIssued(number, person, "6-05-01-03", level, LocalDate.of(2024, 3, 1));
    }

    private String text(String sql) {
        List<?> found = QuarkusTransaction.requiringNew()
                .call(() -> entities.createNativeQuery(sql).getResultList());
        return found.isEmpty() ? "" : String.valueOf(found.getFirst());
    }

    private long count(String sql) {
        return Long.parseLong(text(sql));
    }
}
