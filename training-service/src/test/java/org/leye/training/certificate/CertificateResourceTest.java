package org.leye.training.certificate;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.leye.testsupport.Problems.problem;
import static org.leye.training.TrainingCalls.REVIEWER;
import static org.leye.training.TrainingCalls.SUPERVISOR;
import static org.leye.training.TrainingCalls.as;
import static org.leye.training.TrainingCalls.clockAt;
import static org.leye.training.TrainingCalls.filedBody;
import static org.leye.training.TrainingCalls.issue;
import static org.leye.training.TrainingCalls.passedAssessment;
import static org.leye.training.TrainingCalls.recordResult;
import static org.leye.training.TrainingCalls.writeAs;

import java.util.Map;

import org.leye.contracts.training.CertificateIssued;
import org.leye.contracts.training.CertificateRevoked;
import org.leye.platform.identity.IdNumber;
import org.leye.testsupport.EventProbe;
import org.leye.testsupport.FromRealParts;
import org.leye.testsupport.People;
import org.leye.testsupport.TestSecrets;
import org.leye.testsupport.Token;
import org.leye.training.TrainingCalls.Body;
import org.leye.training.TrainingTest;

import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

@TrainingTest
class CertificateResourceTest {

    @FromRealParts
    EventProbe events;

    @Test
    void issuesACertificateOnlyWhenTheNoticeIsOver() {
        // Given
        var body = filedBody("300001");
        var number = People.anyone();
        var assessment = passedAssessment(body, number);

        // When the notice still runs
        issue(body, assessment).then().spec(problem(409, "RESULT_IN_NOTICE"));

        // When it is over
        clockAt(assessment.noticeEndsOn().plusDays(1));
        var certificate = issue(body, assessment)
                .then()
                .statusCode(201)
                .body("number", matchesPattern("S000033300001244\\d{6}"))
                .body("status", equalTo("ISSUED"))
                .extract()
                .<String>path("number");

        // Then the others learn of it
        var told = events.await(
                CertificateIssued.class, event -> event.certificateNumber().equals(certificate));
        assertEquals(TestSecrets.PERSON_KEYS.forIdNumber(number).value(), told.person());
        issue(body, assessment).then().spec(problem(409, "ASSESSMENT_ALREADY_CERTIFIED"));
    }

    @Test
    void verifiesAndRevokesByNumber() {
        // Given
        var holder = People.anyone();
        var certificate = certificateOf(filedBody("300002"), holder);
        RestAssured.get("/training/v1/certificates/{number}/verification", certificate)
                .then()
                .statusCode(200)
                .body("valid", equalTo(true))
                .body("holder", equalTo("王**"));

        // When
        writeAs(SUPERVISOR)
                .header("If-Match", "\"0\"")
                .body(Map.of("ground", "FRAUD", "reason", "录像缺失"))
                .post("/training/v1/certificates/{number}/investigation", certificate)
                .then()
                .statusCode(200);
        writeAs(REVIEWER)
                .header("If-Match", "\"1\"")
                .post("/training/v1/certificates/{number}/revocation", certificate)
                .then()
                .statusCode(200)
                .body("status", equalTo("REVOKED"));

        // Then
        RestAssured.get("/training/v1/certificates/{number}/verification", certificate)
                .then()
                .statusCode(200)
                .body("valid", equalTo(false))
                .body("revokedOn", notNullValue());
        events.await(
                CertificateRevoked.class, event -> event.certificateNumber().equals(certificate));
    }

    @Test
    void aDoubtNeedsTheVersionThatWasSeen() {
        var certificate = certificateOf(filedBody("300003"), People.anyone());
        var doubt = Map.of("ground", "FRAUD", "reason", "录像缺失");
        writeAs(SUPERVISOR)
                .body(doubt)
                .post("/training/v1/certificates/{number}/investigation", certificate)
                .then()
                .spec(problem(428, "IF_MATCH_REQUIRED"));
        writeAs(SUPERVISOR)
                .header("If-Match", "\"7\"")
                .body(doubt)
                .post("/training/v1/certificates/{number}/investigation", certificate)
                .then()
                .spec(problem(412, "VERSION_MISMATCH"));
    }

    @Test
    void anotherBodyAndAnotherPersonDoNotSeeACertificate() {
        var certificate = certificateOf(filedBody("300004"), People.anyone());
        as(filedBody("300005").assessor())
                .get("/training/v1/certificates/{number}", certificate)
                .then()
                .spec(problem(403, "OUT_OF_SCOPE"));
        as(Token.citizen(People.anyone()))
                .get("/training/v1/certificates/{number}", certificate)
                .then()
                .spec(problem(403, "OUT_OF_SCOPE"));
    }

    @Test
    void aFailedPartIsNotMadeUpForByAnother() {
        recordResult(filedBody("300006"), People.anyone(), "L4", 59.5, 95)
                .then()
                .statusCode(201)
                .body("status", equalTo("FAILED"));
    }

    private static String certificateOf(Body body, IdNumber holder) {
        var assessment = passedAssessment(body, holder);
        clockAt(assessment.noticeEndsOn().plusDays(1));
        return issue(body, assessment).then().statusCode(201).extract().path("number");
    }
}
