package org.leye.training;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.leye.testsupport.Problems.problem;
import static org.leye.training.TrainingCalls.clockAt;
import static org.leye.training.TrainingCalls.filedBody;
import static org.leye.training.TrainingCalls.issue;
import static org.leye.training.TrainingCalls.passedAssessment;
import static org.leye.training.TrainingCalls.recordResult;
import static org.leye.training.TrainingCalls.writeAs;

import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.leye.contracts.jobmatch.OfficerRelationDeclared;
import org.leye.platform.identity.IdNumber;
import org.leye.platform.identity.RecordId;
import org.leye.testsupport.EventProbe;
import org.leye.testsupport.FromRealParts;
import org.leye.testsupport.People;
import org.leye.testsupport.SealedValues;
import org.leye.testsupport.TestSecrets;
import org.leye.testsupport.Token;
import org.leye.training.TrainingCalls.Body;

import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

/** Nobody assesses, certifies or investigates herself or her household. */
@TrainingTest
class HouseholdTest {

    @FromRealParts
    EventProbe events;

    @Inject
    DataSource database;

    @Test
    void anAssessorNeitherAssessesNorCertifiesHerHousehold() {
        // Given
        var filed = filedBody("360001");
        var assessor = People.anyone();
        var body = new Body(filed.id(), filed.uscc(), Token.assessorWhoIs(assessor, filed.uscc()));
        var sister = People.anyone();
        declared(assessor, sister);

        // When, then
        recordResult(body, assessor, "L4", 80, 80).then().spec(problem(403, "OWN_HOUSEHOLD"));
        recordResult(body, sister, "L4", 80, 80).then().spec(problem(403, "OWN_HOUSEHOLD"));
        recordResult(body, People.anyone(), "L4", 80, 80).then().statusCode(201);
        var assessedByAnother = passedAssessment(filed, sister);
        clockAt(assessedByAnother.noticeEndsOn().plusDays(1));
        issue(body, assessedByAnother).then().spec(problem(403, "OWN_HOUSEHOLD"));
        issue(filed, assessedByAnother).then().statusCode(201);
    }

    @Test
    void aSupervisorRaisesNoDoubtInHerHousehold() {
        // Given
        var body = filedBody("360002");
        var holder = People.anyone();
        var assessment = passedAssessment(body, holder);
        clockAt(assessment.noticeEndsOn().plusDays(1));
        var certificate = issue(body, assessment).<String>path("number");
        var supervisor = People.anyone();
        declared(supervisor, holder);

        // When, then
        doubt(Token.officerWhoIs(supervisor, "330282", "SUPERVISOR"), certificate)
                .then()
                .spec(problem(403, "OWN_HOUSEHOLD"));
        doubt(Token.officerWhoIs(People.anyone(), "330282", "SUPERVISOR"), certificate)
                .then()
                .statusCode(200);
    }

    @Test
    void aChangeOfKeysReachesEverySealedValue() throws SQLException {
        passedAssessment(filedBody("360003"), People.anyone());
        SealedValues.assertAllAreReached(
                database, "/training/v1", "command_result.body", "person_identity.id_number", "person_identity.name");
    }

    private static Response doubt(String token, String certificate) {
        return writeAs(token)
                .header("If-Match", "\"0\"")
                .body(Map.of("ground", "FRAUD", "reason", "录像缺失"))
                .post("/training/v1/certificates/{number}/investigation", certificate);
    }

    private void declared(IdNumber officer, IdNumber related) {
        var id = RecordId.next("rel");
        events.send(new OfficerRelationDeclared(id, key(officer), key(related), LocalDate.of(2023, 1, 1)));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertEquals(1, known(id)));
    }

    private int known(String relation) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select count(*) from officer_relation where id = ?")) {
            select.setString(1, relation);
            var row = select.executeQuery();
            row.next();
            return row.getInt(1);
        }
    }

    private static String key(IdNumber number) {
        return TestSecrets.PERSON_KEYS.forIdNumber(number).value();
    }
}
