package org.leye.subsidy.contribution;

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
import java.time.YearMonth;

import org.leye.contracts.subsidy.InsuredMonthRecorded;
import org.leye.subsidy.SubsidyTest;
import org.leye.testsupport.Enterprises;
import org.leye.testsupport.EventProbe;
import org.leye.testsupport.FromRealParts;
import org.leye.testsupport.People;
import org.leye.testsupport.TestSecrets;
import org.leye.testsupport.Token;

import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

@SubsidyTest
class InsuredMonthImportTest {

    @FromRealParts
    EventProbe events;

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
