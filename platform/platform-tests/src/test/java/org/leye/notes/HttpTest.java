package org.leye.notes;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.leye.testsupport.Problems.problem;
import static org.leye.testsupport.Problems.violation;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

import org.leye.testsupport.People;
import org.leye.testsupport.Token;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@NotesTest
class HttpTest {

    private static final String NOTES = "/notes/v1/notes";

    static RequestSpecification as(String token) {
        return RestAssured.given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    static Map<String, Object> note(String text) {
        return new HashMap<>(Map.of("text", text, "mood", "GLAD", "stars", 5, "failLate", false));
    }

    static Map<String, Object> note(String text, String field, Object value) {
        var note = note(text);
        note.put(field, value);
        return note;
    }

    static Response write(Object body) {
        return write(UUID.randomUUID().toString(), body);
    }

    static Response write(String key, Object body) {
        return as(Token.county()).header("Idempotency-Key", key).body(body).post(NOTES);
    }

    @Test
    void fiftyEqualPostsAtOnceHaveOneEffectAndOneAnswer() throws Exception {
        // Given
        var key = UUID.randomUUID().toString();
        var text = UUID.randomUUID().toString();

        // When
        var answers = new ArrayList<Future<Response>>();
        try (var callers = Executors.newFixedThreadPool(25)) {
            for (int i = 0; i < 50; i++) {
                answers.add(callers.submit(() -> write(key, note(text))));
            }
        }

        // Then
        Set<String> bodies = new HashSet<>();
        for (var answer : answers) {
            answer.get().then().statusCode(201).header("Location", startsWith(NOTES + "/note_"));
            bodies.add(answer.get().asString());
        }
        assertEquals(1, bodies.size());
        write(key, note(text)).then().statusCode(201).header("Idempotency-Replayed", equalTo("true"));
    }

    @Test
    void aKeyIsForOneRequestOnly() {
        var key = UUID.randomUUID().toString();
        write(key, note("one")).then().statusCode(201);
        write(key, note("another")).then().spec(problem(409, "IDEMPOTENCY_KEY_REUSED"));
        as(Token.county()).body(note("no key")).post(NOTES).then().spec(problem(400, "IDEMPOTENCY_KEY_REQUIRED"));
    }

    @Test
    void aRefusedRequestLeavesItsKeyFree() {
        var key = UUID.randomUUID().toString();
        write(key, note("x", "failLate", true)).then().statusCode(409);
        write(key, note("x", "failLate", true)).then().spec(problem(409, "CONCURRENT_CHANGE"));
        write(key, note("x")).then().statusCode(201);
    }

    @Test
    void nobodyGetsInWithoutARealToken() {
        RestAssured.given().get(NOTES).then().spec(problem(401, "UNAUTHENTICATED"));
        for (var bad : List.of(
                Token.expired(),
                Token.ofAnotherIssuer(),
                Token.forAnotherAudience(),
                Token.forged(),
                Token.unsigned(),
                "garbage",
                Token.county() + "x")) {
            as(bad).get(NOTES)
                    .then()
                    .spec(problem(401, "UNAUTHENTICATED"))
                    .header("WWW-Authenticate", equalTo("Bearer"));
        }
        as(Token.citizen(People.anyone())).get(NOTES).then().spec(problem(403, "FORBIDDEN"));
        as(Token.county()).get(NOTES + "/unguarded").then().spec(problem(403, "FORBIDDEN"));
        as(Token.county()).get("/notes/v1/nowhere").then().spec(problem(404, "NOT_FOUND"));
        as(Token.county()).delete(NOTES).then().spec(problem(405, "METHOD_NOT_ALLOWED"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"text\":\"a\",\"mood\":\"GLAD\",\"stars\":1,\"failLate\":false,\"extra\":1} | /extra | UNKNOWN_FIELD",
                "{\"text\":\"a\",\"mood\":\"ANGRY\",\"stars\":1,\"failLate\":false} | /mood | UNKNOWN_VALUE",
                "{\"text\":\"a\",\"mood\":0,\"stars\":1,\"failLate\":false} | /mood | UNKNOWN_VALUE",
                "{\"text\":7,\"mood\":\"GLAD\",\"stars\":1,\"failLate\":false} | /text | WRONG_TYPE",
                "{\"text\":true,\"mood\":\"GLAD\",\"stars\":1,\"failLate\":false} | /text | WRONG_TYPE",
                "{\"text\":\"a\",\"mood\":\"GLAD\",\"stars\":\"1\",\"failLate\":false} | /stars | WRONG_TYPE",
                "{\"text\":\"a\",\"mood\":\"GLAD\",\"stars\":1.5,\"failLate\":false} | /stars | WRONG_TYPE",
                "{\"text\":\"a\",\"mood\":\"GLAD\",\"stars\":99999999999,\"failLate\":false} | /stars | WRONG_TYPE",
                "{\"text\":\"a\",\"mood\":\"GLAD\",\"stars\":null,\"failLate\":false} | /stars | REQUIRED",
                "{\"text\":\"a\",\"mood\":\"GLAD\",\"stars\":1,\"failLate\":\"no\"} | /failLate | WRONG_TYPE",
                "{\"text\":\"\",\"mood\":\"GLAD\",\"stars\":1,\"failLate\":false} | /text | REQUIRED",
                "{\"mood\":\"GLAD\",\"stars\":1,\"failLate\":false} | /text | REQUIRED",
                "{\"text\":\"a\",\"mood\":\"GLAD\",\"stars\":11,\"failLate\":false} | /stars | MAX",
                "{\"text\":\"a\\u0000b\",\"mood\":\"GLAD\",\"stars\":1,\"failLate\":false} | /text | TEXT_CHARACTER",
                "{\"text\":\"a\\ud800b\",\"mood\":\"GLAD\",\"stars\":1,\"failLate\":false} | /text | TEXT_CHARACTER",
                "{\"text\":\"a\",\"mood\":\"GLAD\",\"stars\":1,\"failLate\":false,\"on\":\"2024-02-30\"} | /on | DATE",
                "{\"text\":\"a\",\"mood\":\"GLAD\",\"stars\":1,\"failLate\":false,\"on\":[2024,2,1]} | /on | WRONG_TYPE",
                "{\"text\":\"a\",\"mood\":\"GLAD\",\"stars\":1,\"failLate\":false,\"on\":\"+999999-01-01\"} | /on | DATE",
                "{\"text\":\"a\",\"mood\":\"GLAD\",\"stars\":1,\"failLate\":false,\"about\":\"12\"} | /about | ID_NUMBER_LENGTH",
                "{\"text\":\"a\",\"mood\":\"GLAD\",\"stars\":1,\"failLate\":false,\"about\":{}} | /about | WRONG_TYPE"
            })
    void aBadFieldIsNamedWithPointerAndCode(String body, String pointer, String code) {
        write(body).then().spec(violation(pointer, code));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"text\":\"a\",\"text\":\"b\",\"mood\":\"GLAD\",\"stars\":1,\"failLate\":false}",
                "{\"stars\":11111111111111111111111111111111111111111111111111111111111111}",
                "not JSON"
            })
    void brokenJsonIsMalformed(String body) {
        write(body).then().spec(problem(400, "MALFORMED_BODY"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "null",
                "\"text\"",
                "7",
                "{\"text\":\"a\",\"mood\":\"GLAD\",\"stars\":1,\"failLate\":false} {}"
            })
    void anotherShapeThanOneObjectIsRefused(String body) {
        write(body).then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void longTextsAndLargeBodiesAreRefused() throws Exception {
        write(note("字".repeat(20_000))).then().spec(violation("/text", "SIZE"));
        var large = rawPost("{\"text\":\"" + "x".repeat(10_000_000) + "\"}");
        assertEquals(413, large.statusCode());
        assertTrue(large.body().contains("BODY_TOO_LARGE"), large.body());
        assertEquals(400, rawPost("[".repeat(10_000)).statusCode());
    }

    /** Not through REST Assured, which keeps many copies of a body and prints it nicely when a check fails. */
    private static HttpResponse<String> rawPost(String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + NOTES))
                .header("Authorization", "Bearer " + Token.county())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void whatLooksLikeAnAttackIsJustText() {
        for (var text :
                List.of("Robert'); drop table note;--", "😀👩‍👩‍👧", "${jndi:ldap://x}", "<script>", "%s %n")) {
            write(note(text)).then().statusCode(201).body("text", equalTo(text));
        }
    }

    @Test
    void otherMediaTypesAndParametersAreRefused() {
        RestAssured.given()
                .auth()
                .oauth2(Token.county())
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("text/plain")
                .body("x")
                .post(NOTES)
                .then()
                .spec(problem(415, "UNSUPPORTED_MEDIA_TYPE"));
        as(Token.county()).get(NOTES + "?limt=5").then().spec(problem(400, "UNKNOWN_PARAMETER"));
        as(Token.county()).get(NOTES + "?limit=0").then().spec(violation("?limit", "MIN"));
        as(Token.county()).get(NOTES + "?limit=five").then().spec(problem(400, "INVALID_INPUT"));
        as(Token.county()).get(NOTES + "?limit=5&limit=6").then().spec(problem(400, "INVALID_INPUT"));
        as(Token.county()).get(NOTES + "?on=yesterday").then().spec(problem(400, "INVALID_INPUT"));
        as(Token.county())
                .urlEncodingEnabled(false)
                .get(NOTES + "/a%00b")
                .then()
                .spec(problem(400, "INVALID_PATH"));
        as(Token.county()).get(NOTES + "?after=abc").then().spec(problem(400, "INVALID_CURSOR"));
    }

    @Test
    void aProblemSpeaksTheCallersLanguage() {
        as(Token.county()).get(NOTES + "?after=x").then().body("title", equalTo("分页游标无效"));
        as(Token.county())
                .header("Accept-Language", "en-GB,en;q=0.9")
                .get(NOTES + "?after=x")
                .then()
                .body("title", containsString("cursor"))
                .header("Content-Language", equalTo("en"));
    }

    @Test
    void aLanguageThatCannotBeReadIsNoReasonToBreak() {
        as(Token.county())
                .header("Accept-Language", "en;q=abc")
                .get(NOTES + "?after=x")
                .then()
                .spec(problem(400, "INVALID_CURSOR"));
    }

    @Test
    void pagesLeadFromTheFirstRecordToTheLast() {
        // Given
        var written = new ArrayList<String>();
        for (int i = 0; i < 7; i++) {
            written.add(write(note("page")).then().statusCode(201).extract().path("id"));
        }

        // When
        var read = new ArrayList<String>();
        String next = "";
        while (next != null) {
            var page = as(Token.county())
                    .queryParam("limit", 3)
                    .queryParams(next.isEmpty() ? Map.of() : Map.of("after", next))
                    .get(NOTES)
                    .then()
                    .statusCode(200)
                    .extract();
            read.addAll(page.path("items.id"));
            next = page.path("next");
        }

        // Then
        assertEquals(read.size(), Set.copyOf(read).size());
        assertEquals(
                written.stream().collect(Collectors.toSet()),
                read.stream().filter(written::contains).collect(Collectors.toSet()));
    }

    @Test
    void aProblemNeverRepeatsThePersonsNumber() {
        var number = People.anyone().value();
        var wrong = number.substring(0, 17) + (number.endsWith("0") ? "1" : "0");
        write(note("x", "about", wrong))
                .then()
                .spec(violation("/about", "ID_NUMBER_CHECK_CHARACTER"))
                .body(not(containsString(wrong)));
        write(note("x", "mood", wrong)).then().statusCode(400).body(not(containsString(wrong)));
    }

    @Test
    void everyAnswerNamesItsRequest() {
        as(Token.county())
                .header("X-Request-Id", "support-call-4711")
                .get(NOTES + "?after=x")
                .then()
                .header("X-Request-Id", equalTo("support-call-4711"))
                .body("instance", equalTo("/requests/support-call-4711"));
        as(Token.county()).get(NOTES).then().header("X-Request-Id", not(equalTo(null)));
    }
}
