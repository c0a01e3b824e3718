package org.leye.notes;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.leye.notes.HttpTest.note;
import static org.leye.testsupport.Problems.problem;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.leye.platform.identity.FieldCipher;
import org.leye.platform.identity.IdNumber;
import org.leye.platform.identity.Identities;
import org.leye.platform.identity.PersonIdentity;
import org.leye.platform.identity.PersonKey;
import org.leye.testsupport.People;
import org.leye.testsupport.TestSecrets;
import org.leye.testsupport.Token;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** After a change of keys every value lies under the new one, and says what it said before. */
@NotesTest
class ResealingTest {

    private static final String ADMIN = Token.officer("ADMIN", "330282");
    private static final FieldCipher BEFORE = new FieldCipher(TestSecrets.OLD_DATA_KEY, TestSecrets.PEPPER);

    @Inject
    DataSource database;

    @Inject
    Identities identities;

    @Inject
    FieldCipher cipher;

    @BeforeEach
    @AfterEach
    void cleanUp() {
        run("delete from import_line");
        run("delete from import_file");
        run("delete from person_identity");
    }

    @Test
    void everyValueMovesToTheNewKeyAndSaysWhatItSaid() {
        // Given people, waiting lines and an answer from before the change
        var people = new ArrayList<PersonIdentity>();
        for (int i = 0; i < 230; i++) {
            people.add(storedBefore(i % 2 == 0 ? "13957412345" : null));
        }
        run("insert into import_file (id, kind, source) values ('imp_1', 'test', 'test')");
        for (int line = 1; line <= 230; line++) {
            run("insert into import_line values ('imp_1', ?, ?)", line, BEFORE.seal("line " + line));
        }
        var key = UUID.randomUUID().toString();
        var first = writeOnce(key, "kept answer");
        putAnswerUnderOldKey(key);

        // When
        assertEquals("k2", started().path("key"));
        over();

        // Then nothing is left under the old key
        var use = dataKeys();
        assertEquals(0, use.<Integer>path("keys.find { it.id == 'k1' }.values"));
        assertEquals(true, use.path("keys.find { it.id == 'k1' }.unused"));
        assertEquals(false, use.path("keys.find { it.id == 'k2' }.unused"));
        assertEquals(
                Map.of("k2", 230),
                use.path("stores.find { it.table == 'person_identity' && it.column == 'name' }.values"));

        // And everything opens as before
        var found = identities.find(people.stream().map(PersonIdentity::person).toList());
        people.forEach(person -> assertEquals(person, found.get(person.person())));
        assertEquals("line 10", cipher.openText(text("select content from import_line where line = 10")));
        writeOnce(key, "kept answer")
                .then()
                .header("Idempotency-Replayed", "true")
                .body(equalTo(first.asString()));
    }

    @Test
    void aRowThatSomebodyIsChangingKeepsTheChange() throws SQLException {
        // Given a change on its way, in a transaction that is still open
        var person = storedBefore(null);
        var other = storedBefore(null);
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var change = connection.prepareStatement("update person_identity set name = ? where person_key = ?")) {
                change.setString(1, BEFORE.seal("后来的名字"));
                change.setString(2, person.person().value());
                change.executeUpdate();
            }

            // When everything else is sealed anew and the change commits
            started();
            eventually(() -> assertTrue(nameOf(other.person()).startsWith("k2.")));
            assertTrue(nameOf(person.person()).startsWith("k1."));
            connection.commit();
            connection.setAutoCommit(true);
        }

        // Then
        over();
        assertTrue(nameOf(person.person()).startsWith("k2."));
        assertEquals("后来的名字", identities.find(person.person()).orElseThrow().name());
    }

    @Test
    void aValueThatNoKeyOpensStopsNothingAndIsTold() {
        // Given
        var lost = storedBefore(null);
        run("update person_identity set name = 'k9.A256GCM.AAAA'");
        var others = List.of(storedBefore(null), storedBefore(null));

        // When
        started();
        over();

        // Then
        assertEquals(1, dataKeys().<Integer>path("resealing.unreadable"));
        assertEquals(false, dataKeys().path("keys.find { it.id == 'k9' }.configured"));
        assertEquals("k9.A256GCM.AAAA", nameOf(lost.person()));
        others.forEach(other -> assertTrue(nameOf(other.person()).startsWith("k2.")));
    }

    @Test
    void whoStartsItIsWrittenDownOnceForEachCall() {
        // Given
        var key = UUID.randomUUID().toString();

        // When
        var run = startedWith(key).then().statusCode(200).extract().<String>path("id");

        // Then
        startedWith(key).then().header("Idempotency-Replayed", "true").body("id", equalTo(run));
        assertEquals(
                "1",
                text(
                        "select count(*) from audit_row where action = 'data-keys.reseal' and subject = ? and roles = 'ADMIN'",
                        run));
        as(ADMIN).post("/notes/v1/data-keys/resealing").then().spec(problem(400, "IDEMPOTENCY_KEY_REQUIRED"));
        over();
    }

    @Test
    void onlyAnAdministratorSeesAndStartsIt() {
        as(Token.county()).get("/notes/v1/data-keys").then().spec(problem(403, "FORBIDDEN"));
        as(Token.county()).post("/notes/v1/data-keys/resealing").then().spec(problem(403, "FORBIDDEN"));
    }

    private PersonIdentity storedBefore(String phone) {
        IdNumber number = People.anyone();
        var person = TestSecrets.PERSON_KEYS.forIdNumber(number);
        run(
                "insert into person_identity values (?, ?, ?, ?)",
                person.value(),
                BEFORE.seal(number.value()),
                BEFORE.seal("王小芳"),
                phone == null ? null : BEFORE.seal(phone));
        return new PersonIdentity(person, number, "王小芳", phone);
    }

    private void putAnswerUnderOldKey(String key) {
        var sealed = text("select body from command_result where key = ?", key);
        run("update command_result set body = ? where key = ?", BEFORE.seal(cipher.open(sealed)), key);
    }

    private String nameOf(PersonKey person) {
        return text("select name from person_identity where person_key = ?", person.value());
    }

    private static Response writeOnce(String key, String text) {
        return as(Token.county())
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(note(text))
                .post("/notes/v1/notes");
    }

    private static Response started() {
        var answer = startedWith(UUID.randomUUID().toString());
        answer.then().statusCode(200);
        return answer;
    }

    private static Response startedWith(String key) {
        return as(ADMIN).header("Idempotency-Key", key).post("/notes/v1/data-keys/resealing");
    }

    private static void over() {
        eventually(() -> assertEquals(false, dataKeys().path("resealing.running")));
    }

    private static Response dataKeys() {
        return as(ADMIN).get("/notes/v1/data-keys");
    }

    private static void eventually(org.awaitility.core.ThrowingRunnable check) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(check);
    }

    private static io.restassured.specification.RequestSpecification as(String token) {
        return RestAssured.given().auth().oauth2(token);
    }

    private String text(String sql, Object... values) {
        return QuarkusTransaction.requiringNew().call(() -> {
            try (var connection = database.getConnection();
                    var select = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) {
                    select.setObject(i + 1, values[i]);
                }
                var row = select.executeQuery();
                row.next();
                return row.getString(1);
            }
        });
    }

    private void run(String sql, Object... values) {
        QuarkusTransaction.requiringNew().call(() -> {
            try (var connection = database.getConnection();
                    var statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) {
                    statement.setObject(i + 1, values[i]);
                }
                return statement.executeUpdate();
            }
        });
    }
}
