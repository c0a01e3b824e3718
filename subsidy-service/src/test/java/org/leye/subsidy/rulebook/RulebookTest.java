package org.leye.subsidy.rulebook;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.leye.subsidy.SubsidyCalls.COUNTY;
import static org.leye.subsidy.SubsidyCalls.FINANCE;
import static org.leye.subsidy.SubsidyCalls.REVIEWER;
import static org.leye.subsidy.SubsidyCalls.as;
import static org.leye.subsidy.SubsidyCalls.writeAs;

import java.time.LocalDate;
import java.util.List;

import org.leye.subsidy.SubsidyTest;
import org.leye.testsupport.Token;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

@SubsidyTest
class RulebookTest {

    private static Draft draft(String id, int year) throws JsonProcessingException {
        return Draft.from("P-B1-2025", id, year + "-01-01", year + "-12-31")
                .pays("{\"contributionsPaidFen\": 1000000}", 600000);
    }

    @Test
    void aDraftIsWrittenByOneOfficerAndPublishedByAnother() throws JsonProcessingException {
        var draft = draft("P-B1-2031", 2031);
        draft.send().then().statusCode(201).body("standing", equalTo("DRAFT")).body("mayPay", equalTo(true));

        Draft.publication(COUNTY, draft.id()).then().statusCode(403).body("code", equalTo("AUTHOR_MAY_NOT_PUBLISH"));
        Draft.publication(Token.officer("REVIEWER", "330282004"), draft.id())
                .then()
                .statusCode(403)
                .body("code", equalTo("OUT_OF_SCOPE"));
        Draft.publication(REVIEWER, draft.id()).then().statusCode(200).body("standing", equalTo("SCHEDULED"));

        as(COUNTY)
                .get("/subsidy/v1/policies/{id}", draft.id())
                .then()
                .body("steps.action", equalTo(List.of("WRITE", "PUBLISH")));
        as(COUNTY)
                .queryParam("on", "2031-06-01")
                .queryParam("instrument", "UI_RETENTION_REFUND")
                .get("/subsidy/v1/policies")
                .then()
                .body("id", equalTo(List.of(draft.id())));
        Draft.publication(REVIEWER, draft.id()).then().statusCode(409).body("code", equalTo("POLICY_NOT_A_DRAFT"));
    }

    @Test
    void aDraftDecidesNothing() throws JsonProcessingException {
        draft("P-B1-2032", 2032).send().then().statusCode(201);

        as(COUNTY)
                .queryParam("on", "2032-06-01")
                .queryParam("instrument", "UI_RETENTION_REFUND")
                .get("/subsidy/v1/policies")
                .then()
                .body("", empty());
        as(COUNTY).get("/subsidy/v1/policies/drafts").then().body("id", hasItem("P-B1-2032"));
    }

    @Test
    void whatDoesNotComeOutAsItsExamplesSayIsNotPublished() throws JsonProcessingException {
        var draft = Draft.from("P-B1-2025", "P-B1-2033", "2033-01-01", "2033-12-31")
                .pays("{\"contributionsPaidFen\": 1000000}", 600001);
        draft.send().then().statusCode(201);

        as(COUNTY)
                .header("Accept-Language", "en")
                .get("/subsidy/v1/policies/{id}/findings", draft.id())
                .then()
                .body("publishable", equalTo(false))
                .body("findings.code", hasItem("EXAMPLE_FAILS"))
                .body("findings.detail", hasItem(containsString("expected 600001, got 600000")));
        Draft.publication(REVIEWER, draft.id())
                .then()
                .statusCode(422)
                .body("code", equalTo("NOT_PUBLISHABLE"))
                .body("violations.pointer", hasItem("/policy/examples/made-up-1"));
    }

    @Test
    void anExampleCanBeAddedAndCounts() throws JsonProcessingException {
        var draft = draft("P-B1-2034", 2034);
        draft.send().then().statusCode(201);

        writeAs(COUNTY)
                .header("If-Match", Draft.etag(draft.id()))
                .body("""
                      {"examples": [{"id": "wrong", "label": {"zh": "错", "en": "wrong"}, "totalFen": 1,
                        "runs": [{"facts": {}, "expect": {"outcome": "APPROVED", "amountFen": 1}}]}]}""")
                .post("/subsidy/v1/policies/{id}/examples", draft.id())
                .then()
                .statusCode(200);

        as(COUNTY)
                .get("/subsidy/v1/policies/{id}/findings", draft.id())
                .then()
                .body("findings.pointer", hasItem("/policy/examples/wrong"));
    }

    @Test
    void aModelThatReachesBeyondItsFactsIsNotPublished() throws JsonProcessingException {
        var draft = draft("P-B1-2035", 2035);
        var file = (ObjectNode) new ObjectMapper().readTree(draft.text());
        file.put(
                "model",
                file.path("model")
                        .asText()
                        .replace("value: facts.contributionMonths,", "value: count(for i in 1..1000000000 return i),"));
        writeAs(COUNTY)
                .body(file.toString())
                .post("/subsidy/v1/policies")
                .then()
                .statusCode(201);

        Draft.publication(REVIEWER, "P-B1-2035")
                .then()
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/model"))
                .body("violations[0].code", equalTo("MODEL_REFUSED"));
    }

    @Test
    void twoVersionsOfOneLevelAreNeverInForceTogether() throws JsonProcessingException {
        draft("P-B1-2036", 2036).publish();
        var second = draft("P-B1-2036b", 2036);
        second.send().then().statusCode(201);

        Draft.publication(REVIEWER, second.id()).then().statusCode(409).body("code", equalTo("POLICY_OVERLAPS"));
    }

    @Test
    void aScheduledVersionIsWithdrawnAndMakesRoom() throws JsonProcessingException {
        draft("P-B1-2037", 2037).publish();

        Draft.withdrawal("P-B1-2037", "{\"reason\": \"上级未出台\"}")
                .then()
                .statusCode(200)
                .body("standing", equalTo("WITHDRAWN"));

        draft("P-B1-2037b", 2037).publish();
    }

    @Test
    void aVersionInForceEndsOnADayThatIsNamed() throws JsonProcessingException {
        var today = LocalDate.parse(as(COUNTY).get("/subsidy/v1/business-clock").path("date"));
        var draft = Draft.from("P-B13-2022", "P-B99-1", "2024-01-01", "2030-12-31");
        draft.policy().put("instrument", "MADE_UP_BONUS").set("examples", examplesOf("P-B13-2022"));
        draft.publish();

        Draft.withdrawal(draft.id(), "{\"reason\": \"x\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("POLICY_IN_FORCE"));
        Draft.withdrawal(draft.id(), "{\"reason\": \"x\", \"lastDay\": \"%s\"}".formatted(today.minusDays(1)))
                .then()
                .statusCode(422)
                .body("code", equalTo("LAST_DAY_IMPOSSIBLE"));
        Draft.end(draft.id(), today);

        as(COUNTY)
                .queryParam("instrument", "MADE_UP_BONUS")
                .get("/subsidy/v1/policies")
                .then()
                .body("effectiveTo", equalTo(List.of(today.toString())));
        as(COUNTY)
                .queryParam("on", today.plusDays(1).toString())
                .queryParam("instrument", "MADE_UP_BONUS")
                .get("/subsidy/v1/policies")
                .then()
                .body("", empty());
    }

    private static JsonNode examplesOf(String id) throws JsonProcessingException {
        var file = new ObjectMapper()
                .readTree(as(COUNTY).get("/subsidy/v1/policies/{id}/file", id).asString());
        return file.path("policy").path("examples");
    }

    @Test
    void anExportedFileComesInAsTheSameText() throws JsonProcessingException {
        var exported =
                as(COUNTY).get("/subsidy/v1/policies/{id}/file", "P-B16-2025").asString();
        writeAs(COUNTY)
                .body(exported)
                .post("/subsidy/v1/policies")
                .then()
                .statusCode(409)
                .body("code", equalTo("POLICY_ID_TAKEN"));
        var hash = as(COUNTY)
                .get("/subsidy/v1/policies/{id}", "P-B16-2025")
                .jsonPath()
                .getString("policy.documentHash");
        var other = exported.replace("P-B16-2025", "P-B16-2025x");

        writeAs(COUNTY)
                .body(other)
                .post("/subsidy/v1/policies")
                .then()
                .statusCode(201)
                .body("documentHash", not(equalTo(hash)));

        as(COUNTY).get("/subsidy/v1/policies/{id}/file", "P-B16-2025x").then().body(equalTo(other));
    }

    @Test
    void aFileThatIsNoneIsRefusedWithThePlace() throws JsonProcessingException {
        var draft = draft("P-B1-2039", 2039);
        draft.policy().withArray("parameters").addObject().put("colour", 1);

        draft.send()
                .then()
                .statusCode(422)
                .body("code", equalTo("DOCUMENT_INVALID"))
                .body("violations[0].pointer", equalTo("/parameters/9"));
    }

    @Test
    void aDatedTableGetsARowByTwoOfficers() throws JsonProcessingException {
        var tables = new ObjectMapper()
                .readTree(as(COUNTY).get("/subsidy/v1/reference-tables").asString());
        var before = tables.findParents("name").stream()
                .filter(table -> table.path("name").asText().equals("minimumWage"))
                .findFirst()
                .orElseThrow();
        var rows = before.path("rows").deepCopy();
        ((ArrayNode) rows)
                .addObject()
                .put("from", "2031-01-01")
                .put("value", 300000)
                .put("confidence", "PROPOSED")
                .put("source", "made up for a test");
        var file = new ObjectMapper().createObjectNode();
        var table = file.putObject("table").put("name", "minimumWage").put("id", "P-MW-CIXI");
        table.putObject("title").put("zh", "最低月工资标准").put("en", "Minimum monthly wage");
        table.put("type", "INTEGER").put("unit", "FEN").set("rows", rows);

        var id = writeAs(COUNTY)
                .body(file.toString())
                .post("/subsidy/v1/reference-tables")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
        var reason = "{\"reason\": \"已核对\"}";
        writeAs(COUNTY)
                .body(reason)
                .post("/subsidy/v1/reference-tables/{id}/publication", id)
                .then()
                .statusCode(403)
                .body("code", equalTo("AUTHOR_MAY_NOT_PUBLISH"));
        writeAs(REVIEWER)
                .body(reason)
                .post("/subsidy/v1/reference-tables/{id}/publication", id)
                .then()
                .statusCode(200);

        as(FINANCE)
                .get("/subsidy/v1/reference-tables")
                .then()
                .body("find { it.name == 'minimumWage' }.rows[-1].value", equalTo(300000));
    }

    @Test
    void aNumberWithAPointIsNoRowOfATable() {
        writeAs(COUNTY)
                .body("""
                      {"table": {"name": "minimumWage", "id": "P-MW-CIXI", "title": {"zh": "x", "en": "x"}, "type": "INTEGER",
                        "unit": "FEN", "rows": [{"from": "2031-01-01", "value": 2490.5, "confidence": "PROPOSED", "source": "x"}]}}
                      """)
                .post("/subsidy/v1/reference-tables")
                .then()
                .statusCode(422)
                .body("code", equalTo("DOCUMENT_INVALID"));
    }

    @Test
    void aDayBeyondAllSenseIsNone() throws JsonProcessingException {
        Draft.from("P-B1-2025", "P-B1-far", "+999999998-01-01", null)
                .send()
                .then()
                .statusCode(422)
                .body("code", equalTo("DOCUMENT_INVALID"));
    }

    @Test
    void aTableThatChangesWhatExamplesSayIsNotPublished() throws JsonProcessingException {
        var file = """
                {"table": {"name": "minimumWage", "id": "P-MW-CIXI", "title": {"zh": "x", "en": "x"}, "type": "INTEGER",
                  "unit": "FEN", "rows": [{"from": "2000-01-01", "value": 1, "confidence": "PROPOSED", "source": "x"}]}}
                """;
        var id = writeAs(COUNTY)
                .body(file)
                .post("/subsidy/v1/reference-tables")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");

        writeAs(REVIEWER)
                .body("{\"reason\": \"x\"}")
                .post("/subsidy/v1/reference-tables/{id}/publication", id)
                .then()
                .statusCode(422)
                .body("violations.code", hasItem("EXAMPLE_FAILS"));
    }
}
