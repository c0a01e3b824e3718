package org.leye.subsidy.evaluation;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.leye.subsidy.SubsidyCalls.COUNTY;
import static org.leye.subsidy.SubsidyCalls.as;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.leye.subsidy.SubsidyTest;
import org.leye.testsupport.Token;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

@SubsidyTest
class EvaluationResourceTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path POLICIES = Path.of("src/main/resources/policies");
    private static final String REFUND = """
            {"entityKind": "ENTERPRISE", "enterpriseSize": "SMALL", "insuredAtBaseYearEnd": 100, "insuredAtYearEnd": 96,
             "benefitRecipients": 4, "contributionsPaidFen": 6300000, "contributionMonths": 12, "severeDiscredit": false,
             "zombieEnterprise": false, "labourDispatch": false, "sharingAgreement": false, "publicBodyDispatchFen": 0}
            """;

    private static String refund(String on, String facts) {
        return """
               {"instrument": "UI_RETENTION_REFUND", "on": "%s", "facts": %s, "history": {"refundedForYearFen": 0}}
               """.formatted(on, facts);
    }

    private static String bulk(String body) {
        return RestAssured.given()
                .auth()
                .oauth2(COUNTY)
                .contentType("application/x-ndjson")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/subsidy/v1/evaluations/bulk")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    /** Every run of every example of every policy, as a question with the answer that the document expects. */
    private record Asked(String name, String question, JsonNode expected) {}

    private static List<Asked> examples() throws IOException {
        var asked = new ArrayList<Asked>();
        for (var path : Files.readAllLines(POLICIES.resolve("index.txt"))) {
            var folder = POLICIES.resolve(path).getParent();
            var whole =
                    (ObjectNode) JSON.readTree(folder.resolve("instrument.json").toFile());
            whole.setAll(
                    (ObjectNode) JSON.readTree(POLICIES.resolve(path + ".json").toFile()));
            for (var example : whole.path("examples")) {
                for (var run : example.path("runs")) {
                    asked.add(new Asked(
                            path + " " + example.path("id").asText(), question(whole, run), run.path("expect")));
                }
            }
        }
        return asked;
    }

    private static String question(JsonNode whole, JsonNode run) {
        var base = whole.path("exampleBase");
        var question = JSON.createObjectNode();
        question.set("instrument", whole.path("instrument"));
        question.set(
                "on", run.has("on") ? run.path("on") : base.has("on") ? base.path("on") : whole.path("effectiveFrom"));
        question.set("facts", merged(base.path("facts"), run.path("facts")));
        question.set("history", merged(base.path("history"), run.path("history")));
        return question.toString();
    }

    private static JsonNode merged(JsonNode usual, JsonNode different) {
        var all = JSON.createObjectNode();
        usual.properties().forEach(entry -> all.set(entry.getKey(), entry.getValue()));
        different.properties().forEach(entry -> all.set(entry.getKey(), entry.getValue()));
        return all;
    }

    @Test
    void everyWorkedExampleComesOutAsWritten() throws IOException {
        var asked = examples();
        var answers = bulk(String.join("\n", asked.stream().map(Asked::question).toList()))
                .lines()
                .toList();
        assertEquals(asked.size(), answers.size());
        var differences = new ArrayList<String>();
        for (int i = 0; i < asked.size(); i++) {
            var answer = JSON.readTree(answers.get(i));
            var expected = asked.get(i).expected();
            var evaluation = answer.path("evaluation");
            if (!evaluation
                            .path("outcome")
                            .asText()
                            .equals(expected.path("outcome").asText())
                    || evaluation.path("amountFen").asLong()
                            != expected.path("amountFen").asLong()) {
                differences.add(asked.get(i).name() + ": " + answer);
            }
        }
        assertEquals(List.of(), differences);
    }

    @Test
    void anAnswerSaysWhyAndUnderWhichText() {
        as(COUNTY)
                .header("Accept-Language", "en")
                .body(refund("2022-09-01", REFUND))
                .post("/subsidy/v1/evaluations")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("APPROVED"))
                .body("amountFen", equalTo(5670000))
                .body("reasons.code", equalTo(List.of("OK")))
                .body("policy.id", equalTo("P-B1-2022b"))
                .body("policy.docNo", equalTo("人社部发〔2022〕31号"))
                .body("confidence", equalTo("VERIFIED"))
                .body("conditions.text", everyItem(notNullValue()))
                .body("conditions.clause", everyItem(notNullValue()))
                .body("inputHash.length()", equalTo(64));
    }

    @Test
    void aRefusalNamesEveryFailedConditionAndWhatWouldHaveToDiffer() {
        var facts = REFUND.replace("\"contributionMonths\": 12", "\"contributionMonths\": 7")
                .replace("\"severeDiscredit\": false", "\"severeDiscredit\": true");
        as(COUNTY)
                .body(refund("2022-09-01", facts))
                .post("/subsidy/v1/evaluations")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("REFUSED"))
                .body("amountFen", equalTo(0))
                .body("reasons.code", equalTo(List.of("CONTRIBUTION_MONTHS_LT_MIN", "SEVERE_DISCREDIT")))
                .body("reasons.text", hasItem("缴费月数不足"))
                .body(
                        "conditions.find { it.name == 'contribution_months' }.remedies",
                        equalTo(List.of(Map.of("fact", "contributionMonths", "value", 12))));
    }

    @Test
    void noPolicyInForceIsAnAnswerAndNeverTheLastKnownRule() {
        for (var on : List.of("2020-12-31", "2022-04-24", "2026-01-01")) {
            as(COUNTY)
                    .body(refund(on, REFUND))
                    .post("/subsidy/v1/evaluations")
                    .then()
                    .statusCode(200)
                    .body("outcome", equalTo("REFUSED"))
                    .body("reasons.code", equalTo(List.of("NO_POLICY_IN_FORCE")))
                    .body("policy", nullValue());
        }
    }

    @Test
    void factsThatCannotBeMeantAreNamedWithTheirPointers() {
        var facts = REFUND.replace("\"insuredAtYearEnd\": 96", "\"insuredAtYearEnd\": -96")
                .replace("\"contributionsPaidFen\": 6300000", "\"contributionsPaidFen\": 100000000000000000000")
                .replace("\"benefitRecipients\": 4", "\"recipients\": 4, \"firstInsuredMonth\": \"2022-13\"");
        as(COUNTY)
                .body(refund("2022-09-01", facts))
                .post("/subsidy/v1/evaluations")
                .then()
                .statusCode(400)
                .body("code", equalTo("FACTS_INVALID"))
                .body(
                        "violations.pointer",
                        hasItems(
                                "/facts/insuredAtYearEnd",
                                "/facts/contributionsPaidFen",
                                "/facts/benefitRecipients",
                                "/facts/recipients",
                                "/facts/firstInsuredMonth"));
    }

    @Test
    void factsThatContradictEachOtherAreRefused() {
        as(COUNTY)
                .body(refund(
                        "2022-09-01",
                        REFUND.replace("\"publicBodyDispatchFen\": 0", "\"publicBodyDispatchFen\": 6300001")))
                .post("/subsidy/v1/evaluations")
                .then()
                .statusCode(400)
                .body("violations.pointer", equalTo(List.of("/facts/publicBodyDispatchFen")))
                .body("violations.code", equalTo(List.of("FACT_CONTRADICTS")));
    }

    @Test
    void anUnknownInstrumentIsNotFound() {
        as(COUNTY)
                .body("{\"instrument\": \"FREE_LUNCH\", \"on\": \"2024-01-01\", \"facts\": {}}")
                .post("/subsidy/v1/evaluations")
                .then()
                .statusCode(404)
                .body("code", equalTo("INSTRUMENT_NOT_FOUND"));
    }

    @Test
    void aBadLineOfManyHasItsProblemAndTheOthersGoOn() throws IOException {
        var good = refund("2022-09-01", REFUND).replace("\n", " ");
        var answers =
                bulk(good + "\n{\"instrument\": \n\n" + good + "\n").lines().toList();
        assertEquals(3, answers.size());
        var numbers = new HashMap<Integer, JsonNode>();
        for (var answer : answers) {
            numbers.put(JSON.readTree(answer).path("line").asInt(), JSON.readTree(answer));
        }
        assertEquals(
                5670000, numbers.get(1).path("evaluation").path("amountFen").asInt());
        assertEquals(400, numbers.get(2).path("problem").path("status").asInt());
        assertEquals(
                5670000, numbers.get(4).path("evaluation").path("amountFen").asInt());
    }

    @Test
    void anInstrumentTellsWhatItAsksForAndItsExampleCanBeSent() throws IOException {
        var instruments = as(Token.county())
                .get("/subsidy/v1/instruments")
                .then()
                .statusCode(200)
                .body(
                        "code",
                        hasItems("UI_RETENTION_REFUND", "UNEMPLOYMENT_BENEFIT", "FLEX_COVER", "EW_COOP_TRANSPORT"))
                .extract()
                .jsonPath()
                .getList("code", String.class);
        for (var code : instruments) {
            var asks = JSON.readTree(as(COUNTY)
                            .get("/subsidy/v1/instruments/{code}", code)
                            .then()
                            .statusCode(200)
                            .extract()
                            .asString())
                    .path("asks");
            var schema = asks.path("factsSchema");
            assertEquals(
                    "https://json-schema.org/draft/2020-12/schema",
                    schema.path("$schema").asText());
            asks.path("example")
                    .path("facts")
                    .fieldNames()
                    .forEachRemaining(
                            name -> assertTrue(schema.path("properties").has(name), code + " " + name));
            as(COUNTY)
                    .body(asks.path("example").toString())
                    .post("/subsidy/v1/evaluations")
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void anInstrumentOfAnotherDayAsksByTheVersionOfThatDay() {
        as(COUNTY)
                .get("/subsidy/v1/instruments/UI_RETENTION_REFUND?on=2022-05-30")
                .then()
                .statusCode(200)
                .body("asks.policyId", equalTo("P-B1-2022a"))
                .body("versions.id", hasItems("P-B1-2021", "P-B1-2025"));
        as(COUNTY)
                .get("/subsidy/v1/instruments/UI_RETENTION_REFUND?on=2026-01-01")
                .then()
                .statusCode(200)
                .body("asks", nullValue());
    }

    @Test
    void whatIsBookedWithoutARuleIsListedAndNotDecided() {
        as(COUNTY)
                .get("/subsidy/v1/expenditure-kinds")
                .then()
                .statusCode(200)
                .body("code", hasItems("PRICE_LINKED_ALLOWANCE", "FUNERAL_PAYMENT", "SURVIVOR_PAYMENT"));
        as(COUNTY)
                .body("{\"instrument\": \"FUNERAL_PAYMENT\", \"on\": \"2024-03-01\", \"facts\": {}}")
                .post("/subsidy/v1/evaluations")
                .then()
                .statusCode(404)
                .body("code", equalTo("INSTRUMENT_NOT_FOUND"));
    }
}
