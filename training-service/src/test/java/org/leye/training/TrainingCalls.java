package org.leye.training;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.leye.platform.identity.IdNumber;
import org.leye.testsupport.Enterprises;
import org.leye.testsupport.Token;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Situations that tests of this service begin from, reached through its real API. */
public final class TrainingCalls {

    public static final String SUPERVISOR = Token.officer("SUPERVISOR", "330282");
    public static final String REVIEWER = Token.officer("REVIEWER", "330282");

    private TrainingCalls() {}

    /** A body that a test may use, with the token of its assessor. */
    public record Body(String id, String uscc, String assessor) {}

    public static RequestSpecification as(String token) {
        return RestAssured.given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    /** A write with a key of its own. */
    public static RequestSpecification writeAs(String token) {
        return as(token).header("Idempotency-Key", UUID.randomUUID().toString());
    }

    public static Body filedBody(String serial) {
        var uscc = Enterprises.any().value();
        var id = writeAs(Token.county())
                .body(bodyRequest(uscc, serial))
                .post("/training/v1/assessment-bodies")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        return new Body(id, uscc, Token.enterprise("ASSESSOR", uscc));
    }

    public static Map<String, Object> bodyRequest(String uscc, String serial) {
        return Map.of(
                "uscc",
                uscc,
                "name",
                "慈溪市纺织技能评价中心",
                "kind",
                "SOCIAL",
                "serial",
                serial,
                "division",
                "330282004",
                "scopes",
                List.of(Map.of("occupationCode", "6-05-01-03", "lowestLevel", "L5", "highestLevel", "L2")));
    }

    public static Map<String, Object> resultRequest(
            Body body, IdNumber candidate, String level, Object theory, Object practical) {
        return new HashMap<>(Map.of(
                "bodyId",
                body.id(),
                "idNumber",
                candidate.value(),
                "name",
                "王小芳",
                "occupationCode",
                "6-05-01-03",
                "level",
                level,
                "assessedOn",
                "2024-03-01",
                "theory",
                theory,
                "practical",
                practical));
    }

    public static Response recordResult(Body body, IdNumber candidate, String level, Object theory, Object practical) {
        return writeAs(body.assessor())
                .body(resultRequest(body, candidate, level, theory, practical))
                .post("/training/v1/assessments");
    }

    /** A passed assessment whose notice runs to that day. */
    public record Passed(String id, LocalDate noticeEndsOn) {}

    public static Passed passedAssessment(Body body, IdNumber candidate) {
        var recorded = recordResult(body, candidate, "L4", 72.5, 81)
                .then()
                .statusCode(201)
                .extract();
        return new Passed(recorded.path("id"), LocalDate.parse(recorded.path("noticeEndsOn")));
    }

    public static void clockAt(LocalDate date) {
        as(Token.officer("ADMIN", "330282"))
                .body(Map.of("date", date.toString()))
                .post("/training/v1/business-clock")
                .then()
                .statusCode(200);
    }

    public static Response issue(Body body, Passed assessment) {
        return writeAs(body.assessor())
                .body(Map.of("assessmentId", assessment.id()))
                .post("/training/v1/certificates");
    }
}
