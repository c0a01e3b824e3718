package org.leye.subsidy.fact;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.leye.subsidy.SubsidyCalls.COUNTY;
import static org.leye.subsidy.SubsidyCalls.REVIEWER;
import static org.leye.subsidy.SubsidyCalls.as;
import static org.leye.testsupport.Problems.problem;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;

import org.leye.subsidy.SubsidyTest;
import org.leye.testsupport.Enterprises;
import org.leye.testsupport.People;
import org.leye.testsupport.TestSecrets;
import org.leye.testsupport.Token;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

/** Facts are known for days and since moments: what was corrected is still what was known before. */
@SubsidyTest
class FactImportTest {

    @Test
    void aCorrectionIsKnownFromNowOnAndWhatWasKnownBeforeStays() {
        // Given
        var firm = Enterprises.any().value();
        imported(size(firm, "SMALL")).body("outcome", contains("CREATED"));
        var before = OffsetDateTime.now(ZoneOffset.UTC);

        // When
        imported(size(firm, "MEDIUM"), size(firm, "MEDIUM")).body("outcome", contains("UPDATED", "UNCHANGED"));

        // Then
        known(Map.of("subject", firm)).body("value", contains("MEDIUM"));
        known(Map.of("subject", firm, "knownAt", before.toString()))
                .body("value", contains("SMALL"))
                .body("[0].source", equalTo("market-regulator-2023"));
        known(Map.of("subject", firm, "knownAt", "2023-06-01T12:00:00Z")).body("size()", equalTo(0));
    }

    @Test
    void aFactHoldsFromItsFirstDayToItsLast() {
        // Given
        var firm = Enterprises.any().value();
        var span = size(firm, "MICRO").replace("}", ",\"validTo\":\"2023-12-31\"}");
        imported(span, size(firm, "SMALL").replace("2023-01-01", "2024-01-01"))
                .body("outcome", contains("CREATED", "CREATED"));

        // Then
        known(Map.of("subject", firm, "on", "2022-12-31")).body("size()", equalTo(0));
        known(Map.of("subject", firm, "on", "2023-12-31")).body("value", contains("MICRO"));
        known(Map.of("subject", firm, "on", "2024-01-01")).body("value", contains("SMALL"));
        known(Map.of("subject", firm)).body("value", contains("MICRO", "SMALL"));
    }

    @Test
    void whatNeverHeldIsWithdrawn() {
        // Given
        var firm = Enterprises.any().value();
        imported(size(firm, "LARGE"));
        var never = size(firm, "LARGE").replace("}", ",\"withdrawn\":true}");

        // When
        imported(never, never).body("outcome", contains("UPDATED", "UNCHANGED"));

        // Then
        known(Map.of("subject", firm)).body("size()", equalTo(0));
    }

    @Test
    void aBadLineStopsNothingAndWhatOthersTellIsNotImported() {
        // Given
        var person = People.anyone();
        var good = """
                {"idNumber":"%s","kind":"DISCREDITED","value":"SEVERE","validFrom":"2023-03-01","source":"credit-office"}""".formatted(person.value());

        // When
        imported(
                        good.replace("DISCREDITED", "KEY_GROUP"),
                        good.replace("}", ",\"validTo\":\"2023-02-28\"}"),
                        good.replace("idNumber", "person"),
                        good.replace("\"idNumber\":\"" + person.value() + "\",", ""),
                        good)
                // Then
                .body("outcome", contains("REJECTED", "REJECTED", "REJECTED", "REJECTED", "CREATED"))
                .body(
                        "code",
                        contains(
                                "FACT_LEARNED_BY_EVENT",
                                "FACT_SPAN_EMPTY",
                                "INVALID_INPUT",
                                "SUBJECT_AMBIGUOUS",
                                null));
        known(Map.of("subject", TestSecrets.PERSON_KEYS.forIdNumber(person).value()))
                .body("kind", contains("DISCREDITED"));
    }

    @Test
    void onlyTheCountyImportsAndItsOfficersRead() {
        var firm = Enterprises.any().value();
        sent(Token.officer("TOWN", "330282111"), "{}").then().spec(problem(403, "FORBIDDEN"));
        as(REVIEWER).queryParam("subject", firm).get("/subsidy/v1/facts").then().statusCode(200);
        as(Token.officer("REVIEWER", "330282111"))
                .queryParam("subject", firm)
                .get("/subsidy/v1/facts")
                .then()
                .spec(problem(403, "OUT_OF_SCOPE"));
        as(Token.employer(firm))
                .queryParam("subject", firm)
                .get("/subsidy/v1/facts")
                .then()
                .spec(problem(403, "FORBIDDEN"));
        for (var wrong : new String[] {"yesterday", "+999999999-01-01T00:00:00Z"}) {
            as(COUNTY)
                    .queryParam("subject", firm)
                    .queryParam("knownAt", wrong)
                    .get("/subsidy/v1/facts")
                    .then()
                    .spec(problem(400, "INVALID_INPUT"));
        }
    }

    private static String size(String firm, String size) {
        return """
                {"uscc":"%s","kind":"ENTERPRISE_SIZE","value":"%s","validFrom":"2023-01-01","source":"market-regulator-2023"}""".formatted(firm, size);
    }

    private static ValidatableResponse known(Map<String, String> question) {
        return as(COUNTY).queryParams(question).get("/subsidy/v1/facts").then().statusCode(200);
    }

    private static Response sent(String token, String body) {
        return RestAssured.given()
                .auth()
                .oauth2(token)
                .contentType("application/x-ndjson")
                .queryParam("source", "facts-test")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/subsidy/v1/facts/imports");
    }

    /** Sends a file and gives the fates of its lines, when every one has one. */
    private static ValidatableResponse imported(String... lines) {
        var receipt = sent(COUNTY, String.join("\n", lines))
                .then()
                .statusCode(202)
                .extract()
                .<String>path("id");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> as(COUNTY)
                .get("/subsidy/v1/facts/imports/{id}", receipt)
                .then()
                .body("state", equalTo("DONE")));
        return as(COUNTY).get("/subsidy/v1/facts/imports/{id}/fates", receipt).then();
    }
}
