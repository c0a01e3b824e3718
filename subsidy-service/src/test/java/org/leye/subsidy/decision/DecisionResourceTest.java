package org.leye.subsidy.decision;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.leye.subsidy.SubsidyCalls.COUNTY;
import static org.leye.subsidy.SubsidyCalls.as;
import static org.leye.subsidy.SubsidyCalls.writeAs;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.leye.platform.identity.IdNumber;
import org.leye.subsidy.SubsidyTest;
import org.leye.testsupport.Enterprises;
import org.leye.testsupport.People;
import org.leye.testsupport.TestSecrets;
import org.leye.testsupport.Token;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

@SubsidyTest
class DecisionResourceTest {

    private static final String FACTS = """
            {"entityKind": "ENTERPRISE", "enterpriseSize": "SMALL", "insuredAtBaseYearEnd": 100, "insuredAtYearEnd": 96,
             "benefitRecipients": 4, "contributionsPaidFen": 6300000, "contributionMonths": %d, "severeDiscredit": false,
             "zombieEnterprise": false, "labourDispatch": false, "sharingAgreement": false, "publicBodyDispatchFen": 0}
            """.replace("\n", " ");

    private static final String UPGRADE = """
            {"insuredStatus": "EMPLOYEE", "contributionMonths": 14, "level": "L4", "certificateStatus": "ISSUED",
             "appliedOn": "2025-06-01", "urgentOccupation": false}
            """.replace("\n", " ");

    private static final String TRAINING = """
            {"claimKind": "PERSON", "appliedOn": "2025-06-01", "level": "L4", "shortageOccupation": false,
             "certificateStatus": "ISSUED", "certificateOrigin": "SOCIAL_ASSESSMENT", "hukouArea": "NINGBO",
             "residencePermit": false, "insuredLocally": false, "civilServant": false, "attendanceRate": "0.95"}
            """.replace("\n", " ");

    @Inject
    DataSource database;

    private final String firm = Enterprises.any().value();
    private final String reference = UUID.randomUUID().toString();

    private static String request(String reference, String firm, int months) {
        return """
               {"instrument": "UI_RETENTION_REFUND", "on": "2022-09-01", "reference": "%s", "subject": "%s",
                "division": "330282004", "facts": %s}""".formatted(reference, firm, FACTS.formatted(months)).replace("\n", " ");
    }

    private Response decide(String token, int months) {
        return writeAs(token).body(request(reference, firm, months)).post("/subsidy/v1/decisions");
    }

    private String decided() {
        return decide(COUNTY, 12).then().statusCode(201).extract().jsonPath().getString("id");
    }

    /** Sends a file and waits until every line has its fate. */
    private static String decidedFile(String... lines) {
        var receipt = RestAssured.given()
                .auth()
                .oauth2(COUNTY)
                .contentType("application/x-ndjson")
                .queryParam("source", "refund-run-test")
                .body(String.join("\n", lines).getBytes(StandardCharsets.UTF_8))
                .post("/subsidy/v1/decision-imports")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath()
                .getString("id");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> as(COUNTY)
                .get("/subsidy/v1/decision-imports/{id}", receipt)
                .then()
                .body("state", equalTo("DONE")));
        return receipt;
    }

    private static String key(IdNumber person) {
        return TestSecrets.PERSON_KEYS.forIdNumber(person).value();
    }

    private static String certificate(String instrument, String person, String facts, String history) {
        return """
               {"instrument": "%s", "on": "2025-05-01", "reference": "%s", "subject": "%s", "division": "330282004",
                "facts": %s, "history": {%s}, "keys": {"occupation": "6-18-02-04"}}""".formatted(instrument, UUID.randomUUID(), person, facts, history)
                .replace("\n", " ");
    }

    private String decide(String otherReference) {
        return writeAs(COUNTY)
                .body(request(otherReference, Enterprises.any().value(), 12))
                .post("/subsidy/v1/decisions")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
    }

    private Response replay(String id) {
        return as(COUNTY).get("/subsidy/v1/decisions/{id}/replay", id);
    }

    private void change(String sql, String id) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, id);
            assertEquals(1, statement.executeUpdate());
        }
    }

    @Test
    void aDecisionIsStoredWithItsReasonsAndReadByWhomItConcerns() {
        var id = decided();

        as(Token.employer(firm))
                .get("/subsidy/v1/decisions/{id}", id)
                .then()
                .statusCode(200)
                .body("evaluation.amountFen", equalTo(5670000))
                .body("evaluation.policy.id", equalTo("P-B1-2022b"))
                .body("jws", startsWith("ey"));
        as(Token.officer("TOWN", "330282006"))
                .get("/subsidy/v1/decisions/{id}", id)
                .then()
                .statusCode(403);
        as(Token.officer("TOWN", "330282004"))
                .queryParam("subject", firm)
                .get("/subsidy/v1/decisions")
                .then()
                .body("items.id", contains(id));
    }

    @Test
    void aRefusalIsADecisionAndSaysWhatWouldMakeItAYes() {
        decide(COUNTY, 9)
                .then()
                .statusCode(201)
                .body("evaluation.outcome", equalTo("REFUSED"))
                .body("evaluation.reasons.code", hasItem("CONTRIBUTION_MONTHS_LT_MIN"))
                .body(
                        "evaluation.conditions.find { !it.pass }.remedies.find { it.fact == 'contributionMonths' }.value",
                        equalTo(12));
    }

    @Test
    void aReferenceIsDecidedOnce() {
        var id = decided();

        decide(COUNTY, 12).then().statusCode(201).body("id", equalTo(id));
        decide(COUNTY, 11).then().statusCode(409).body("code", equalTo("DECISION_EXISTS"));
    }

    @Test
    void anOfficerOfATownDecidesForNoFirm() {
        decide(Token.officer("TOWN", "330282004"), 12).then().statusCode(403).body("code", equalTo("OUT_OF_SCOPE"));
    }

    @Test
    void anOfficerOfATownDecidesForPersonsOfHerTown() {
        var person = key(People.anyone());
        var request = certificate("SKILL_UPGRADE_SUBSIDY", person, UPGRADE, "");

        writeAs(Token.officer("TOWN", "330282006"))
                .body(request)
                .post("/subsidy/v1/decisions")
                .then()
                .statusCode(403)
                .body("code", equalTo("OUT_OF_SCOPE"));
        writeAs(Token.officer("TOWN", "330282004"))
                .body(request)
                .post("/subsidy/v1/decisions")
                .then()
                .statusCode(201)
                .body("evaluation.amountFen", equalTo(150000));
    }

    @Test
    void anOfficerDecidesNothingAboutHerself() {
        var herself = People.anyone();

        writeAs(Token.officerWhoIs(herself, "330282", "COUNTY"))
                .body(certificate("SKILL_UPGRADE_SUBSIDY", key(herself), UPGRADE, ""))
                .post("/subsidy/v1/decisions")
                .then()
                .statusCode(403)
                .body("code", equalTo("OWN_HOUSEHOLD"));
    }

    @Test
    void whatOneLineOfAFileGrantsTheNextLineKnowsUnderAnotherInstrumentToo() {
        var person = key(People.anyone());
        var first = certificate("SKILL_UPGRADE_SUBSIDY", person, UPGRADE, "");
        var second = certificate("TRAINING_SUBSIDY", person, TRAINING, "\"certificateSubsidised\": false");

        decidedFile(first, second);

        as(COUNTY)
                .queryParam("subject", person)
                .get("/subsidy/v1/decisions")
                .then()
                .body("items.evaluation.outcome", contains("APPROVED", "REFUSED"));
    }

    @Test
    void aKeyThatCannotBeStoredIsRefused() {
        writeAs(COUNTY)
                .body(request(reference, firm, 12).replace("\"facts\"", "\"keys\": {\"a\\u0000\": \"b\"}, \"facts\""))
                .post("/subsidy/v1/decisions")
                .then()
                .statusCode(400);
    }

    @Test
    void decisionsOfTheFirstReleaseStandInNoWay() throws SQLException {
        var id = decided();
        change("update decision set instrument = null, basis_date = null, jws = null where id = ?", id);

        as(COUNTY).queryParam("limit", 500).get("/subsidy/v1/decisions").then().statusCode(200);
        as(COUNTY).get("/subsidy/v1/decisions/{id}", id).then().statusCode(404);
    }

    @Test
    void factsThatCannotBeTrueAreRefusedAndNothingIsStored() {
        decide(COUNTY, -1).then().statusCode(400).body("violations.pointer", hasItem("/facts/contributionMonths"));

        as(COUNTY)
                .queryParam("subject", firm)
                .get("/subsidy/v1/decisions")
                .then()
                .body("items.size()", equalTo(0));
    }

    @Test
    void anyoneVerifiesTheSignatureWithTheRecordAndThePublicKeys() throws JoseException {
        var id = decided();
        var jws = as(COUNTY).get("/subsidy/v1/decisions/{id}", id).jsonPath().getString("jws");
        var record = as(COUNTY).get("/subsidy/v1/decisions/{id}/record", id).asString();
        var keys =
                new JsonWebKeySet(as(COUNTY).get("/subsidy/v1/decisions/keys").asString());

        var signature = new JsonWebSignature();
        signature.setCompactSerialization(jws);
        signature.setPayload(record);
        signature.setKey(keys.findJsonWebKey(signature.getKeyIdHeaderValue(), null, null, null)
                .getKey());

        assertEquals("ES256", signature.getAlgorithmHeaderValue());
        assertTrue(signature.verifySignature());
    }

    @Test
    void aDecisionMadeAgainIsTheSame() {
        replay(decided())
                .then()
                .statusCode(200)
                .body("findings", equalTo(List.of()))
                .body("sound", equalTo(true));
    }

    @Test
    void amongManyThoseThatAreNotSoundAreTold() throws SQLException {
        decided();
        var touched = decide(UUID.randomUUID().toString());
        change("update decision set flags = '[\"CAP_APPLIED\"]' where id = ?", touched);

        as(Token.officer("AUDITOR", "330282"))
                .queryParam("limit", 500)
                .get("/subsidy/v1/decisions/replays")
                .then()
                .statusCode(200)
                .body("items.decisionId", hasItem(touched))
                .body("items.sound", everyItem(equalTo(false)));
    }

    @Test
    void changedFactsAreNamed() throws SQLException {
        var id = decided();
        change("update decision set input_json = replace(input_json, '6300000', '6300001') where id = ?", id);

        replay(id).then().body("findings.flaw", hasItem("FACTS_CHANGED"));
    }

    @Test
    void aChangedAmountIsNamedByTheSignatureAndByTheReplay() throws SQLException {
        var id = decided();
        change("update decision set amount_fen = amount_fen + 1 where id = ?", id);

        replay(id)
                .then()
                .body("findings.flaw", hasItems("SIGNATURE_INVALID", "ANSWER_DIFFERS"))
                .body("findings.find { it.what == 'amountFen' }.now", equalTo("5670000"));
    }

    @Test
    void anotherSignatureIsNamed() throws SQLException {
        var id = decided();
        change("update decision set jws = replace(jws, '..', '..A') where id = ?", id);

        replay(id).then().body("findings.flaw", contains("SIGNATURE_INVALID"));
    }

    @Test
    void aChangedTextIsNamed() throws SQLException {
        var id = decided();
        change(
                "update rule_text set model = model || ' ' where hash = (select document_hash from decision where id = ?)",
                id);
        try {
            replay(id)
                    .then()
                    .body("findings.flaw", contains("TEXT_CHANGED"))
                    .body("findings.what", contains("P-B1-2022b"));
        } finally {
            change(
                    "update rule_text set model = rtrim(model, ' ') where hash = (select document_hash from decision where id = ?)",
                    id);
        }
    }

    @Test
    void aFileIsDecidedLineByLineAndABadLineStopsNothing() {
        var good = request(reference, firm, 12);
        var bad = request(UUID.randomUUID().toString(), Enterprises.any().value(), -5);
        var other = request(UUID.randomUUID().toString(), Enterprises.any().value(), 3);

        var receipt = decidedFile(good, bad, other, good);

        as(COUNTY)
                .get("/subsidy/v1/decision-imports/{id}/fates", receipt)
                .then()
                .body("outcome", contains("CREATED", "REJECTED", "CREATED", "UNCHANGED"));
        var id = as(COUNTY)
                .queryParam("subject", firm)
                .get("/subsidy/v1/decisions")
                .jsonPath()
                .getString("items[0].id");
        replay(id).then().body("sound", equalTo(true));
    }
}
