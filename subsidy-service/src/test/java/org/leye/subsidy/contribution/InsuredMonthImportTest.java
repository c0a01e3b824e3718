package org.leye.subsidy.contribution;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.leye.subsidy.SubsidyCalls.COUNTY;
import static org.leye.subsidy.SubsidyCalls.as;
import static org.leye.subsidy.SubsidyCalls.imported;
import static org.leye.subsidy.SubsidyCalls.line;
import static org.leye.subsidy.SubsidyCalls.sent;
import static org.leye.testsupport.Problems.problem;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.leye.contracts.subsidy.InsuredMonthRecorded;
import org.leye.subsidy.SubsidyTest;
import org.leye.testsupport.Enterprises;
import org.leye.testsupport.EventProbe;
import org.leye.testsupport.FromRealParts;
import org.leye.testsupport.People;
import org.leye.testsupport.TestSecrets;
import org.leye.testsupport.Token;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

@SubsidyTest
class InsuredMonthImportTest {

    @FromRealParts
    EventProbe events;

    @Inject
    EntityManager entities;

    @Test
    void everyLineHasItsFateAndABadOneStopsNothing() {
        var person = People.anyone();
        var uscc = Enterprises.any().value();
        var receipt = imported(
                        line(person, "2024-01", uscc),
                        "{\"idNumber\":\"not a number\"}",
                        "this is not JSON",
                        line(person, "2024-02", uscc),
                        line(person, "2024-13", uscc))
                .body("lines", equalTo(5))
                .body("created", equalTo(2))
                .body("rejected", equalTo(3))
                .extract()
                .<String>path("id");
        as(COUNTY)
                .get("/subsidy/v1/insured-months/imports/{id}/fates", receipt)
                .then()
                .body("line", contains(1, 2, 3, 4, 5))
                .body("outcome", contains("CREATED", "REJECTED", "REJECTED", "CREATED", "REJECTED"))
                .body("code", contains(null, "INVALID_INPUT", "MALFORMED_BODY", null, "INVALID_INPUT"))
                .body("[4].violations[0].pointer", equalTo("/month"));
    }

    @Test
    void theSameFileTwiceIsOneImportAndAKnownMonthIsNotToldAgain() {
        // Given
        var person = People.anyone();
        var key = TestSecrets.PERSON_KEYS.forIdNumber(person).value();
        var uscc = Enterprises.any().value();
        var first = imported(line(person, "2024-01", uscc)).extract().<String>path("id");

        // When
        assertEquals(first, sent(line(person, "2024-01", uscc)));
        imported(line(person, "2024-01", uscc), line(person, "2024-02", uscc))
                .body("unchanged", equalTo(1))
                .body("created", equalTo(1));

        // Then
        events.await(
                InsuredMonthRecorded.class,
                event -> event.person().equals(key) && event.month().equals(YearMonth.of(2024, 2)));
        var told = events.all(InsuredMonthRecorded.class).stream()
                .filter(event -> event.person().equals(key))
                .count();
        assertEquals(2, told);
    }

    @Test
    void aCorrectedMonthReplacesTheOldOneAlsoWithinAFile() {
        // Given
        var person = People.anyone();
        var key = TestSecrets.PERSON_KEYS.forIdNumber(person).value();
        var month = line(person, "2024-01", Enterprises.any().value());
        var corrected = month.replace("481200", "520000");

        // When
        imported(month, corrected, corrected, month)
                .body("created", equalTo(1))
                .body("updated", equalTo(2))
                .body("unchanged", equalTo(1));
        imported(corrected, corrected.replace("PENSION", "MEDICAL"))
                .body("created", equalTo(0))
                .body("updated", equalTo(2));

        // Then
        assertEquals(List.of("481200 false", "520000 false", "481200 false", "520000 false", "520000 true"), rows(key));
        events.await(
                InsuredMonthRecorded.class,
                event -> event.person().equals(key) && event.kinds().contains("MEDICAL"));
        assertEquals(
                5,
                events.all(InsuredMonthRecorded.class).stream()
                        .filter(event -> event.person().equals(key))
                        .count());
    }

    @Test
    void aTableIsTakenLikeLines() {
        // Given
        var person = People.anyone();
        var uscc = Enterprises.any().value();
        var table = "uscc,month,kinds,idNumber,baseFen\r\n"
                + "%s,2024-01,PENSION|UNEMPLOYMENT,%s,481200\r\n".formatted(uscc, person.value())
                + "%s,2024-02,PENSION,%s,\"481,200\"\r\n".formatted(uscc, person.value());

        // When
        var receipt = RestAssured.given()
                .auth()
                .oauth2(COUNTY)
                .contentType("text/csv")
                .queryParam("source", "tax-bureau-test")
                .body(table.getBytes(StandardCharsets.UTF_8))
                .post("/subsidy/v1/insured-months/imports")
                .then()
                .statusCode(202)
                .extract()
                .<String>path("id");

        // Then
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> as(COUNTY)
                .get("/subsidy/v1/insured-months/imports/{id}/fates", receipt)
                .then()
                .body("outcome", contains("CREATED", "REJECTED"))
                .body("line", contains(2, 3))
                .body("[1].violations[0].pointer", equalTo("/baseFen")));
        imported(line(person, "2024-01", uscc)).body("unchanged", equalTo(1));
    }

    /** Base and whether it still holds, of each row about this person, in the order in which they were recorded. */
    private List<String> rows(String key) {
        List<?> rows = QuarkusTransaction.requiringNew().call(() -> entities.createNativeQuery(
                        "select base_fen || ' ' || (withdrawn_at is null) from insured_month where person_key = '" + key
                                + "' order by id")
                .getResultList());
        return rows.stream().map(Object::toString).toList();
    }

    @Test
    void onlyTheCountyImports() {
        RestAssured.given()
                .auth()
                .oauth2(Token.officer("TOWN", "330282111"))
                .contentType("application/x-ndjson")
                .queryParam("source", "x")
                .body("{}".getBytes(StandardCharsets.UTF_8))
                .post("/subsidy/v1/insured-months/imports")
                .then()
                .spec(problem(403, "FORBIDDEN"));
    }
}
