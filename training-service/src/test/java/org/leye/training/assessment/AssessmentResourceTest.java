package org.leye.training.assessment;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.leye.testsupport.Problems.problem;
import static org.leye.training.TrainingCalls.as;
import static org.leye.training.TrainingCalls.bodyRequest;
import static org.leye.training.TrainingCalls.filedBody;
import static org.leye.training.TrainingCalls.passedAssessment;
import static org.leye.training.TrainingCalls.recordResult;
import static org.leye.training.TrainingCalls.resultRequest;
import static org.leye.training.TrainingCalls.writeAs;

import java.util.Map;

import org.leye.testsupport.Enterprises;
import org.leye.testsupport.People;
import org.leye.testsupport.TestSecrets;
import org.leye.testsupport.Token;
import org.leye.training.TrainingCalls.Body;
import org.leye.training.TrainingTest;

import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

@TrainingTest
class AssessmentResourceTest {

    @Test
    void aFiledBodyIsFoundAgain() {
        var uscc = Enterprises.any().value();
        var filed = writeAs(Token.county()).body(bodyRequest(uscc, "310001")).post("/training/v1/assessment-bodies");
        filed.then()
                .statusCode(201)
                .header("Location", startsWith("/training/v1/assessment-bodies/body_"))
                .header("ETag", equalTo("\"0\""));
        as(Token.county())
                .get(filed.header("Location"))
                .then()
                .statusCode(200)
                .body("uscc", equalTo(uscc))
                .body("serial", equalTo("310001"))
                .body("status", equalTo("ACTIVE"));
    }

    @Test
    void aBodyOrItsSerialIsFiledOnce() {
        var body = filedBody("310002");
        file(body.uscc(), "310003").then().spec(problem(409, "BODY_ALREADY_FILED"));
        file(Enterprises.any().value(), "310002").then().spec(problem(409, "BODY_ALREADY_FILED"));
    }

    @Test
    void aRepeatedFilingIsAnsweredAsBefore() {
        var request = bodyRequest(Enterprises.any().value(), "310004");
        var first = as(Token.county())
                .header("Idempotency-Key", "one-filing")
                .body(request)
                .post("/training/v1/assessment-bodies");
        as(Token.county())
                .header("Idempotency-Key", "one-filing")
                .body(request)
                .post("/training/v1/assessment-bodies")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("id", equalTo(first.path("id")));
        as(Token.county())
                .header("Idempotency-Key", "one-filing")
                .body(bodyRequest(Enterprises.any().value(), "310005"))
                .post("/training/v1/assessment-bodies")
                .then()
                .spec(problem(409, "IDEMPOTENCY_KEY_REUSED"));
        as(Token.county())
                .body(request)
                .post("/training/v1/assessment-bodies")
                .then()
                .spec(problem(400, "IDEMPOTENCY_KEY_REQUIRED"));
    }

    @Test
    void aPassIsShownBeforeACertificateMayFollow() {
        var candidate = People.anyone();
        recordResult(filedBody("310006"), candidate, "L4", 60, 60)
                .then()
                .statusCode(201)
                .body("status", equalTo("IN_NOTICE"))
                .body("noticeEndsOn", notNullValue())
                .body(
                        "personKey",
                        equalTo(TestSecrets.PERSON_KEYS.forIdNumber(candidate).value()))
                .body(not(containsString(candidate.value())));
    }

    @Test
    void aFailureIsNotShown() {
        recordResult(filedBody("310007"), People.anyone(), "L4", 90, 59.5)
                .then()
                .statusCode(201)
                .body("status", equalTo("FAILED"))
                .body("noticeEndsOn", nullValue());
    }

    @Test
    void aBodyAssessesOnlyWhatItIsFiledFor() {
        var body = filedBody("310008");
        recordResult(body, People.anyone(), "L1", 80, 80).then().spec(problem(422, "LEVEL_OUT_OF_BODY_SCOPE"));
        with(body, "L4", Map.of("occupationCode", "4-07-07-01")).then().spec(problem(422, "LEVEL_OUT_OF_BODY_SCOPE"));
    }

    @Test
    void technicianLevelsNeedAReviewAndOthersHaveNone() {
        var body = filedBody("310009");
        recordResult(body, People.anyone(), "L2", 80, 80).then().spec(problem(422, "REVIEW_MISSING"));
        with(body, "L4", Map.of("review", 80)).then().spec(problem(422, "REVIEW_NOT_EXPECTED"));
        with(body, "L2", Map.of("review", 80)).then().statusCode(201).body("status", equalTo("IN_NOTICE"));
        with(body, "L2", Map.of("review", 59.5)).then().statusCode(201).body("status", equalTo("FAILED"));
    }

    @Test
    void aResultLiesInThePastAndUnderARule() {
        var body = filedBody("310010");
        with(body, "L4", Map.of("assessedOn", "2190-01-01")).then().spec(problem(422, "ASSESSED_IN_THE_FUTURE"));
        with(body, "L4", Map.of("assessedOn", "1999-01-01")).then().spec(problem(422, "NO_RULE_IN_FORCE"));
    }

    @Test
    void aResultIsRecordedOnce() {
        var body = filedBody("310011");
        var candidate = People.anyone();
        recordResult(body, candidate, "L4", 80, 80).then().statusCode(201);
        recordResult(body, candidate, "L4", 90, 90).then().spec(problem(409, "RESULT_ALREADY_RECORDED"));
    }

    @Test
    void aPersonKeepsTheNameSheWasFirstRecordedUnder() {
        // Given
        var candidate = People.anyone();
        recordResult(filedBody("310015"), candidate, "L4", 80, 80).then().statusCode(201);
        var another = filedBody("310016");

        // When another body names her otherwise
        var request = resultRequest(another, candidate, "L3", 80, 80);
        request.put("name", "赵大力");
        writeAs(another.assessor())
                .body(request)
                .post("/training/v1/assessments")
                .then()
                .spec(problem(422, "NAME_DIFFERS"))
                .body(not(containsString("赵")))
                .body(not(containsString("王")));

        // When it names her as before
        recordResult(another, candidate, "L3", 80, 80).then().statusCode(201);
    }

    @Test
    void aBodyReportsForNoOther() {
        var body = filedBody("310012");
        var other = new Body(body.id(), body.uscc(), filedBody("310013").assessor());
        recordResult(other, People.anyone(), "L4", 80, 80).then().spec(problem(403, "OUT_OF_SCOPE"));
        recordResult(new Body("body_x", body.uscc(), body.assessor()), People.anyone(), "L4", 80, 80)
                .then()
                .spec(problem(404, "BODY_NOT_FOUND"));
    }

    @Test
    void aListIsReadPageByPage() {
        var body = filedBody("310014");
        passedAssessment(body, People.anyone());
        passedAssessment(body, People.anyone());
        var first = as(body.assessor()).get("/training/v1/assessments?limit=1");
        first.then().statusCode(200).body("items", hasSize(1)).header("Link", containsString("rel=\"next\""));
        as(body.assessor())
                .queryParam("limit", 1)
                .queryParam("after", first.<String>path("next"))
                .get("/training/v1/assessments")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].id", not(equalTo(first.<String>path("items[0].id"))))
                .body("next", nullValue());
    }

    private static Response file(String uscc, String serial) {
        return writeAs(Token.county()).body(bodyRequest(uscc, serial)).post("/training/v1/assessment-bodies");
    }

    /** A result of somebody new with good marks, some fields of which are as given. */
    private static Response with(Body body, String level, Map<String, Object> fields) {
        var request = resultRequest(body, People.anyone(), level, 80, 80);
        request.putAll(fields);
        return writeAs(body.assessor()).body(request).post("/training/v1/assessments");
    }
}
