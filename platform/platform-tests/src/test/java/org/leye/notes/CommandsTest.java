package org.leye.notes;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.leye.notes.HttpTest.as;
import static org.leye.notes.HttpTest.note;
import static org.leye.notes.HttpTest.write;
import static org.leye.testsupport.Problems.problem;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.leye.platform.retention.Retention;
import org.leye.testsupport.Token;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.junit.jupiter.api.Test;

/** What a write that happens once leaves behind, and for how long. */
@NotesTest
class CommandsTest {

    @Inject
    EntityManager entities;

    @Inject
    Retention retention;

    @Inject
    HeldConnections connections;

    private final String key = UUID.randomUUID().toString();

    @Test
    void whoeverRepeatsARunningRequestWaitsAndThenHearsThatItStillRuns() {
        // Given a write whose transaction does not end
        var other = UUID.randomUUID().toString();
        write(other, note("done")).then().statusCode(201);

        // When
        QuarkusTransaction.begin();
        try {
            entities.createNativeQuery("""
                            insert into command_result (consumer, subject, operation, key, body_hash)
                            select consumer, subject, operation, :key, body_hash from command_result where key = :other""")
                    .setParameter("key", key)
                    .setParameter("other", other)
                    .executeUpdate();

            // Then
            write(key, note("done"))
                    .then()
                    .spec(problem(409, "REQUEST_IN_PROGRESS"))
                    .header("Retry-After", equalTo("1"));
        } finally {
            QuarkusTransaction.rollback();
        }
        write(key, note("done")).then().statusCode(201);
    }

    @Test
    void anAnswerLiesSealed() {
        write(key, note("secret words")).then().statusCode(201);
        var stored = (String) one("select body from command_result where key = '" + key + "'");
        assertFalse(stored.contains("secret"), stored);
    }

    @Test
    void anAnswerIsKeptSevenDaysAndFourHundredWhereMoneyMoves() {
        var money = UUID.randomUUID().toString();
        write(key, note("words")).then().statusCode(201);
        as(Token.county())
                .header("Idempotency-Key", money)
                .body(note("money"))
                .post("/notes/v1/notes/paid")
                .then()
                .statusCode(201);
        assertEquals(7, daysKept(key));
        assertEquals(400, daysKept(money));
    }

    @Test
    void anAnswerPastItsTermIsGoneAndItsKeyIsFree() {
        // Given
        var fresh = UUID.randomUUID().toString();
        var first = write(key, note("again")).<String>path("id");
        write(fresh, note("fresh")).then().statusCode(201);
        QuarkusTransaction.requiringNew().run(() -> entities.createNativeQuery(
                        "update command_result set expires_at = now() - interval '1 second' where key = :key")
                .setParameter("key", key)
                .executeUpdate());

        // When
        retention.keepTerms();

        // Then
        write(key, note("again"))
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", equalTo(null))
                .body("id", not(equalTo(first)));
        write(fresh, note("fresh")).then().statusCode(201).header("Idempotency-Replayed", equalTo("true"));
    }

    @Test
    void anAnswerThatAnOlderBinaryStoresIsKeptForTheLongerTerm() {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        entities.createNativeQuery("""
                        insert into command_result (consumer, subject, operation, key, body_hash)
                        values ('old', 'old', 'POST /', :key, '')""").setParameter("key", key).executeUpdate());
        assertEquals(400, daysKept(key));
    }

    @Test
    void noRequestTakesASecondConnection() {
        connections.seconds().clear();
        write(key, note("one")).then().statusCode(201);
        write(key, note("one")).then().statusCode(201);
        write(key, note("another")).then().statusCode(409);
        write(UUID.randomUUID().toString(), note("x", "failLate", true)).then().statusCode(409);
        as(Token.county()).get("/notes/v1/notes").then().statusCode(200);
        as(Token.county()).get("/notes/v1/notes/note_x").then().statusCode(404);
        var today = as(Token.county()).get("/notes/v1/business-clock").<String>path("date");
        as(Token.officer("ADMIN", "330282"))
                .body(Map.of("date", today))
                .post("/notes/v1/business-clock")
                .then()
                .statusCode(200);
        assertEquals(List.of(), connections.seconds());
        as(Token.county()).post("/notes/v1/notes/greedy").then().statusCode(204);
        assertEquals(1, connections.seconds().size(), "a request that takes two is noticed");
    }

    private long daysKept(String ofKey) {
        return ((Number) one("select extract(day from expires_at - created_at) from command_result where key = '"
                        + ofKey + "'"))
                .longValue();
    }

    private Object one(String sql) {
        return QuarkusTransaction.requiringNew()
                .call(() -> entities.createNativeQuery(sql, Object.class).getSingleResult());
    }
}
