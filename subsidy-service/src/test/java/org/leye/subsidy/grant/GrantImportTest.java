package org.leye.subsidy.grant;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.leye.subsidy.SubsidyCalls.COUNTY;
import static org.leye.subsidy.SubsidyCalls.REVIEWER;
import static org.leye.subsidy.SubsidyCalls.as;
import static org.leye.subsidy.SubsidyCalls.writeAs;
import static org.leye.subsidy.grant.GrantCalls.imported;
import static org.leye.subsidy.grant.GrantCalls.importedAs;
import static org.leye.subsidy.grant.GrantCalls.months;
import static org.leye.subsidy.grant.GrantCalls.sent;
import static org.leye.subsidy.grant.GrantCalls.sourceId;
import static org.leye.testsupport.Problems.problem;

import java.util.Map;

import org.leye.platform.identity.IdNumber;
import org.leye.subsidy.SubsidyTest;
import org.leye.testsupport.Enterprises;
import org.leye.testsupport.People;
import org.leye.testsupport.TestSecrets;
import org.leye.testsupport.Token;

import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

/** What earlier systems granted is taken in from files, and looked up by whom it concerns. */
@SubsidyTest
class GrantImportTest {

    @Test
    void everyLineHasItsFateAndABadOneStopsNothing() {
        // Given
        var person = People.anyone();
        var line = months(sourceId(), "idNumber", person.value());

        // When
        imported(
                        line,
                        line.replace("\"amountFen\":90000", "\"amountFen\":90001"),
                        line.replace("FLEX_SI_SUBSIDY", "FLEX_SI_SUBSIDIES"),
                        line.replace("county-subsidy-2019", "DECISION"),
                        line.replace("\"division\"", "\"uscc\":\"" + Enterprises.any() + "\",\"division\""),
                        line.replace("2021-06=45000", "2021-06"),
                        line)
                // Then
                .body(
                        "outcome",
                        contains("CREATED", "REJECTED", "REJECTED", "REJECTED", "REJECTED", "REJECTED", "UNCHANGED"))
                .body(
                        "code",
                        contains(
                                null,
                                "GRANT_SUM_DIFFERS",
                                "GRANT_INSTRUMENT_UNKNOWN",
                                "GRANT_SOURCE_RESERVED",
                                "SUBJECT_AMBIGUOUS",
                                "INVALID_INPUT",
                                null));
        grants(COUNTY, key(person)).body("items.size()", equalTo(1)).body("items[0].amountFen", equalTo(90_000));
    }

    @Test
    void aRecordToldAgainIsTheSameGrantAndToldOtherwiseIsRefused() {
        // Given
        var person = People.anyone();
        var id = sourceId();
        imported(months(id, "idNumber", person.value())).body("outcome", contains("CREATED"));

        // When
        imported(
                        months(id, "person", key(person)),
                        months(id, "person", key(person)).replace("2021-08-02", "2021-08-03"))
                // Then
                .body("outcome", contains("UNCHANGED", "REJECTED"))
                .body("[1].code", equalTo("GRANT_DIFFERS"));
        grants(COUNTY, key(person)).body("items.basisDate", contains("2021-08-02"));
    }

    @Test
    void aTableIsTakenLikeLinesAndMustNameWhatTellsCasesApart() {
        // Given
        var person = People.anyone();
        var table = """
                source,sourceId,instrument,person,basisDate,amountFen,lines,told
                old,%1$s,SKILL_UPGRADE_SUBSIDY,%3$s,2022-05-01,150000,once=150000,occupation=6-31-01-03|level=L4
                old,%2$s,SKILL_UPGRADE_SUBSIDY,%3$s,2022-05-01,150000,once=150000,level=L4
                """.formatted(sourceId(), sourceId(), key(person));

        // When
        importedAs("text/csv", table)
                // Then
                .body("outcome", contains("CREATED", "REJECTED"))
                .body("[1].code", equalTo("GRANT_KEY_MISSING"))
                .body("[1].violations[0].pointer", equalTo("/told"));
        grants(COUNTY, key(person)).body("items[0].told", equalTo(Map.of("occupation", "6-31-01-03", "level", "L4")));
    }

    @Test
    void isSeenByWhomItConcernsAndByTheOfficersOfTheirPlace() {
        // Given
        var person = People.anyone();
        imported(months(sourceId(), "idNumber", person.value()));

        // Then
        for (var token : new String[] {
            Token.citizen(person), Token.officer("TOWN", "330282111"), Token.officer("AUDITOR", "330282")
        }) {
            grants(token, key(person)).body("items.size()", equalTo(1)).body(not(containsString(person.value())));
        }
        for (var token : new String[] {Token.citizen(People.anyone()), Token.officer("TOWN", "330282112")}) {
            grants(token, key(person)).body("items.size()", equalTo(0));
        }
        var id = grants(COUNTY, key(person)).extract().<String>path("items[0].id");
        as(Token.citizen(person))
                .get("/subsidy/v1/grants/{id}", id)
                .then()
                .statusCode(200)
                .body("lines.label", contains("2021-06", "2021-07"))
                .body("source", equalTo("county-subsidy-2019"));
        as(Token.citizen(People.anyone()))
                .get("/subsidy/v1/grants/{id}", id)
                .then()
                .spec(problem(403, "OUT_OF_SCOPE"));
    }

    @Test
    void takesNoTextThatCannotBeStored() {
        var line = months(sourceId(), "idNumber", People.anyone().value());
        imported(
                        line.replace("2021-06=", "\\u0000="),
                        line.replace("2021-06=", "\\ud800="),
                        line.replace("]}", "],\"told\":[\"level=\\u0000\"]}"),
                        line.replace("county-subsidy-2019", "\\u0000"))
                .body("code", contains("INVALID_INPUT", "INVALID_INPUT", "INVALID_INPUT", "INVALID_INPUT"));
    }

    @Test
    void aReviewerRevokesWhatWasRecordedByMistake() {
        // Given
        var person = People.anyone();
        imported(months(sourceId(), "idNumber", person.value()));
        var id = grants(COUNTY, key(person)).extract().<String>path("items[0].id");
        var request = Map.of("reason", "原系统重复登记");

        // When
        writeAs(COUNTY)
                .body(request)
                .post("/subsidy/v1/grants/{id}/revocation", id)
                .then()
                .spec(problem(403, "FORBIDDEN"));
        writeAs(REVIEWER)
                .body(request)
                .post("/subsidy/v1/grants/{id}/revocation", id)
                .then()
                .statusCode(200)
                .body("revokedOn", notNullValue());

        // Then
        writeAs(REVIEWER)
                .body(request)
                .post("/subsidy/v1/grants/{id}/revocation", id)
                .then()
                .spec(problem(409, "GRANT_REVOKED"));
        grants(COUNTY, key(person)).body("items[0].revokedOn", notNullValue());
    }

    @Test
    void isAskedForPageByPage() {
        // Given
        var uscc = Enterprises.any().value();
        imported(months(sourceId(), "uscc", uscc), months(sourceId(), "uscc", uscc), months(sourceId(), "uscc", uscc));

        // When
        var first = as(COUNTY)
                .queryParam("subject", uscc)
                .queryParam("limit", 2)
                .get("/subsidy/v1/grants")
                .then()
                .body("items.size()", equalTo(2))
                .extract()
                .<String>path("next");

        // Then
        as(COUNTY)
                .queryParam("subject", uscc)
                .queryParam("limit", 2)
                .queryParam("after", first)
                .get("/subsidy/v1/grants")
                .then()
                .body("items.size()", equalTo(1))
                .body("next", equalTo(null));
    }

    @Test
    void onlyTheCountyImports() {
        sent(Token.officer("TOWN", "330282111"), "application/x-ndjson", "{}")
                .then()
                .spec(problem(403, "FORBIDDEN"));
        as(COUNTY)
                .queryParam("subject", "somebody")
                .get("/subsidy/v1/grants")
                .then()
                .spec(problem(400, "INVALID_INPUT"));
        as(COUNTY).get("/subsidy/v1/grants/{id}", "grant_none").then().spec(problem(404, "GRANT_NOT_FOUND"));
    }

    private static ValidatableResponse grants(String token, String subject) {
        return as(token)
                .queryParam("subject", subject)
                .get("/subsidy/v1/grants")
                .then()
                .statusCode(200);
    }

    private static String key(IdNumber person) {
        return TestSecrets.PERSON_KEYS.forIdNumber(person).value();
    }
}
