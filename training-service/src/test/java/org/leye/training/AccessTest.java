package org.leye.training;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.leye.testsupport.Problems.problem;
import static org.leye.training.TrainingCalls.SUPERVISOR;
import static org.leye.training.TrainingCalls.as;
import static org.leye.training.TrainingCalls.bodyRequest;
import static org.leye.training.TrainingCalls.filedBody;
import static org.leye.training.TrainingCalls.issue;
import static org.leye.training.TrainingCalls.passedAssessment;
import static org.leye.training.TrainingCalls.recordResult;
import static org.leye.training.TrainingCalls.writeAs;

import java.util.List;
import java.util.Map;

import org.leye.testsupport.Enterprises;
import org.leye.testsupport.People;
import org.leye.testsupport.Token;
import org.leye.training.TrainingCalls.Body;

import org.junit.jupiter.api.Test;

@TrainingTest
class AccessTest {

    @Test
    void aRoleDoesOnlyWhatIsItsOwn() {
        var body = filedBody("320002");
        writeAs(body.assessor())
                .body(bodyRequest(Enterprises.any().value(), "320003"))
                .post("/training/v1/assessment-bodies")
                .then()
                .spec(problem(403, "FORBIDDEN"));
        writeAs(Token.county())
                .body(Map.of("assessmentId", "asm_x"))
                .post("/training/v1/certificates")
                .then()
                .spec(problem(403, "FORBIDDEN"));
        writeAs(SUPERVISOR)
                .header("If-Match", "\"0\"")
                .post("/training/v1/certificates/S000033300001244000001/revocation")
                .then()
                .spec(problem(403, "FORBIDDEN"));
        as(Token.citizen(People.anyone()))
                .get("/training/v1/assessment-bodies")
                .then()
                .spec(problem(403, "FORBIDDEN"));
    }

    @Test
    void aBodySeesItselfAndItsResultsOnly() {
        var body = filedBody("320004");
        var other = filedBody("320005");
        var notItsOwn = passedAssessment(other, People.anyone());
        as(body.assessor())
                .get("/training/v1/assessment-bodies")
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(body.id())));
        as(body.assessor())
                .get("/training/v1/assessment-bodies/" + other.id())
                .then()
                .spec(problem(403, "OUT_OF_SCOPE"));
        as(body.assessor())
                .get("/training/v1/assessments/" + notItsOwn.id())
                .then()
                .spec(problem(403, "OUT_OF_SCOPE"));
        as(body.assessor()).get("/training/v1/assessments").then().body("items", empty());
    }

    @Test
    void aCandidateSeesHerOwnResultsOnly() {
        var body = filedBody("320006");
        var candidate = People.anyone();
        var hers = passedAssessment(body, candidate);
        var notHers = passedAssessment(body, People.anyone());
        as(Token.citizen(candidate))
                .get("/training/v1/assessments")
                .then()
                .body("items.id", equalTo(List.of(hers.id())));
        as(Token.citizen(candidate))
                .get("/training/v1/assessments/" + notHers.id())
                .then()
                .spec(problem(403, "OUT_OF_SCOPE"));
    }

    @Test
    void anOfficerFilesBodiesOfHerPlaceOnly() {
        var request = bodyRequest(Enterprises.any().value(), "320008");
        var elsewhere = Token.officer("COUNTY", "330282104");
        var nowhere = Token.enterprise("COUNTY", "91330282MA2AC0013P");
        for (var token : List.of(elsewhere, nowhere)) {
            writeAs(token)
                    .body(request)
                    .post("/training/v1/assessment-bodies")
                    .then()
                    .spec(problem(403, "OUT_OF_SCOPE"));
        }
        writeAs(Token.officer("COUNTY", "330282004"))
                .body(request)
                .post("/training/v1/assessment-bodies")
                .then()
                .statusCode(201);
    }

    @Test
    void anOfficerWhoAssessesTooReportsAndCertifiesForNoBodyOfHerPlace() {
        var body = filedBody("320009");
        var passed = passedAssessment(body, People.anyone());
        var both =
                new Body(body.id(), body.uscc(), Token.withRoles("town-and-assessor", "330282004", "TOWN", "ASSESSOR"));
        recordResult(both, People.anyone(), "L4", 80, 80).then().spec(problem(403, "OUT_OF_SCOPE"));
        issue(both, passed).then().spec(problem(403, "OUT_OF_SCOPE"));
    }

    @Test
    void anOfficerSeesTheBodiesOfHerPlaceOnly() {
        var body = filedBody("320007");
        as(Token.officer("TOWN", "330282004"))
                .get("/training/v1/assessment-bodies/" + body.id())
                .then()
                .statusCode(200);
        as(Token.officer("TOWN", "330282104"))
                .get("/training/v1/assessment-bodies/" + body.id())
                .then()
                .spec(problem(403, "OUT_OF_SCOPE"));
        as(Token.officer("TOWN", "330282104"))
                .get("/training/v1/assessment-bodies")
                .then()
                .body("items", empty());
    }
}
