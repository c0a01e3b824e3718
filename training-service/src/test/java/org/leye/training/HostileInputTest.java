package org.leye.training;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.leye.testsupport.Problems.problem;
import static org.leye.testsupport.Problems.violation;
import static org.leye.training.TrainingCalls.SUPERVISOR;
import static org.leye.training.TrainingCalls.as;
import static org.leye.training.TrainingCalls.bodyRequest;
import static org.leye.training.TrainingCalls.filedBody;
import static org.leye.training.TrainingCalls.resultRequest;
import static org.leye.training.TrainingCalls.writeAs;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.leye.testsupport.Enterprises;
import org.leye.testsupport.People;
import org.leye.testsupport.Token;
import org.leye.training.TrainingCalls.Body;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@TrainingTest
class HostileInputTest {

    static Stream<Arguments> filingsGoneWrong() {
        return Stream.of(
                Arguments.of("uscc", "91330282MA2AC0013Q", "USCC_CHECK_CHARACTER"),
                Arguments.of("uscc", "🏭", "USCC_LENGTH"),
                Arguments.of("uscc", null, "REQUIRED"),
                Arguments.of("name", " ", "REQUIRED"),
                Arguments.of("name", "中".repeat(201), "SIZE"),
                Arguments.of("name", "中心\u0000", "TEXT_CHARACTER"),
                Arguments.of("name", "中心\udc00", "TEXT_CHARACTER"),
                Arguments.of("name", List.of("中心"), "WRONG_TYPE"),
                Arguments.of("kind", "PRIVATE", "UNKNOWN_VALUE"),
                Arguments.of("serial", "20015", "FORMAT"),
                Arguments.of("serial", 200152, "WRONG_TYPE"),
                Arguments.of("division", "33028", "DIVISION_CODE"),
                Arguments.of("scopes", List.of(), "SIZE"),
                Arguments.of("scopes", "all", "WRONG_TYPE"),
                Arguments.of("status", "ACTIVE", "UNKNOWN_FIELD"));
    }

    @ParameterizedTest
    @MethodSource("filingsGoneWrong")
    void aFilingSaysWhereItIsWrong(String field, Object value, String code) {
        var request = new HashMap<>(bodyRequest(Enterprises.any().value(), "330001"));
        request.put(field, value);
        writeAs(Token.county())
                .body(request)
                .post("/training/v1/assessment-bodies")
                .then()
                .spec(violation("/" + field, code));
    }

    @Test
    void aFilingPointsIntoItsList() {
        var request = new HashMap<>(bodyRequest(Enterprises.any().value(), "330002"));
        request.put("scopes", List.of(Map.of("occupationCode", "6-5-1", "lowestLevel", "L5", "highestLevel", "L3")));
        writeAs(Token.county())
                .body(request)
                .post("/training/v1/assessment-bodies")
                .then()
                .spec(violation("/scopes/0/occupationCode", "FORMAT"));
    }

    static Stream<Arguments> scopesThatContradict() {
        var usual = range("6-05-01-03", "L5", "L3");
        return Stream.of(
                Arguments.of(List.of(usual, range("6-05-01-03", "L2", "L1")), "/scopes/1/occupationCode", "REPEATED"),
                Arguments.of(List.of(usual, range("4-07-07-01", "L2", "L4")), "/scopes/1/lowestLevel", "LEVEL_ORDER"));
    }

    @ParameterizedTest
    @MethodSource("scopesThatContradict")
    void aFilingWhoseScopesContradictIsRefused(List<Map<String, String>> scopes, String pointer, String code) {
        var request = new HashMap<>(bodyRequest(Enterprises.any().value(), "330005"));
        request.put("scopes", scopes);
        writeAs(Token.county())
                .body(request)
                .post("/training/v1/assessment-bodies")
                .then()
                .spec(violation(pointer, code));
    }

    private static Map<String, String> range(String occupation, String lowest, String highest) {
        return Map.of("occupationCode", occupation, "lowestLevel", lowest, "highestLevel", highest);
    }

    static Stream<Arguments> resultsGoneWrong() {
        return Stream.of(
                Arguments.of("idNumber", "330282199001011235", "ID_NUMBER_CHECK_CHARACTER"),
                Arguments.of("idNumber", "330282900101123", "ID_NUMBER_OLD_FORM"),
                Arguments.of("idNumber", 330282199001011234L, "WRONG_TYPE"),
                Arguments.of("name", "王".repeat(101), "SIZE"),
                Arguments.of("name", "王\u0000芳", "TEXT_CHARACTER"),
                Arguments.of("level", "L9", "UNKNOWN_VALUE"),
                Arguments.of("assessedOn", "2024-02-30", "DATE"),
                Arguments.of("assessedOn", "+999999999-12-31", "DATE"),
                Arguments.of("assessedOn", List.of(2024, 3, 1), "WRONG_TYPE"),
                Arguments.of("theory", -1, "INVALID"),
                Arguments.of("theory", 100.5, "INVALID"),
                Arguments.of("theory", 72.25, "INVALID"),
                Arguments.of("theory", new BigDecimal("1e-10000"), "INVALID"),
                Arguments.of("practical", new BigDecimal("1e-10000"), "INVALID"),
                Arguments.of("review", new BigDecimal("1e-10000"), "INVALID"),
                Arguments.of("theory", "72.5", "WRONG_TYPE"),
                Arguments.of("practical", null, "REQUIRED"),
                Arguments.of("comment", "很好", "UNKNOWN_FIELD"));
    }

    @ParameterizedTest
    @MethodSource("resultsGoneWrong")
    void aResultSaysWhereItIsWrong(String field, Object value, String code) {
        var request = resultRequest(new Body("body_x", "", ""), People.anyone(), "L4", 72.5, 81);
        request.put(field, value);
        writeAs(Token.enterprise("ASSESSOR", "91330282MA2AC0013P"))
                .body(request)
                .post("/training/v1/assessments")
                .then()
                .spec(violation("/" + field, code));
    }

    @Test
    void marksComeInHalfPoints() {
        var body = filedBody("330003");
        TrainingCalls.recordResult(body, People.anyone(), "L4", 72.4, 81).then().spec(violation("", "HALF_POINTS"));
    }

    @Test
    void aDoubtNeedsAGroundThatIsKnown() {
        writeAs(SUPERVISOR)
                .header("If-Match", "\"0\"")
                .body(Map.of("ground", "RUMOUR", "reason", "听说"))
                .post("/training/v1/certificates/S000033300001244000001/investigation")
                .then()
                .spec(violation("/ground", "UNKNOWN_VALUE"));
    }

    @Test
    void whatIsNotJsonIsRefused() {
        writeAs(Token.county())
                .body("{\"uscc\": ")
                .post("/training/v1/assessment-bodies")
                .then()
                .spec(problem(400, "MALFORMED_BODY"));
        writeAs(Token.county())
                .contentType("text/plain")
                .body("hello")
                .post("/training/v1/assessment-bodies")
                .then()
                .spec(problem(415, "UNSUPPORTED_MEDIA_TYPE"));
    }

    @Test
    void unknownParametersAreRefused() {
        as(Token.county())
                .get("/training/v1/assessments?persn=per_x")
                .then()
                .spec(problem(400, "UNKNOWN_PARAMETER"))
                .body("violations[0].pointer", equalTo("?persn"));
        as(Token.county()).get("/training/v1/assessments?limit=501").then().spec(problem(400, "INVALID_INPUT"));
        as(Token.county()).get("/training/v1/assessments?after=x").then().spec(problem(400, "INVALID_CURSOR"));
    }

    @Test
    void recordsThatAreNotThereAreNotFound() {
        as(Token.county()).get("/training/v1/assessment-bodies/body_x").then().spec(problem(404, "BODY_NOT_FOUND"));
        as(Token.county()).get("/training/v1/assessments/asm_x").then().spec(problem(404, "ASSESSMENT_NOT_FOUND"));
        as(Token.county()).get("/training/v1/certificates/S0").then().spec(problem(404, "CERTIFICATE_NOT_FOUND"));
        as(Token.county()).get("/training/v1/diplomas").then().spec(problem(404, "NOT_FOUND"));
    }

    @Test
    void aRefusalNeverRepeatsANumber() {
        var number = People.anyone();
        var request = resultRequest(filedBody("330004"), number, "L4", 72.5, 81);
        request.put("level", "L9");
        writeAs(Token.enterprise("ASSESSOR", "91330282MA2AC0013P"))
                .body(request)
                .post("/training/v1/assessments")
                .then()
                .statusCode(400)
                .body(not(containsString(number.value())));
    }
}
