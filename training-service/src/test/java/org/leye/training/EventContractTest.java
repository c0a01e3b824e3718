package org.leye.training;

import static org.leye.training.TrainingCalls.REVIEWER;
import static org.leye.training.TrainingCalls.SUPERVISOR;
import static org.leye.training.TrainingCalls.clockAt;
import static org.leye.training.TrainingCalls.filedBody;
import static org.leye.training.TrainingCalls.issue;
import static org.leye.training.TrainingCalls.passedAssessment;
import static org.leye.training.TrainingCalls.writeAs;

import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.leye.contracts.training.CertificateRevoked;
import org.leye.platform.outbox.republish.Restatement;
import org.leye.testsupport.EventProbe;
import org.leye.testsupport.FromRealParts;
import org.leye.testsupport.People;
import org.leye.testsupport.SenderContract;
import org.leye.testsupport.TestSecrets;

import io.quarkus.arc.All;
import org.junit.jupiter.api.Test;

/** What this service tells is what docs/events says, and it can tell it again. */
@TrainingTest
class EventContractTest {

    @FromRealParts
    EventProbe events;

    @Inject
    @All
    List<Restatement> restatements;

    @Test
    void canTellAgainWhateverItTells() {
        new SenderContract("training", events).assertRestatesItsTopics(restatements);
    }

    @Test
    void tellsCertificatesAgainAsItToldThem() {
        // Given one that was revoked
        var holder = People.anyone();
        var body = filedBody("340001");
        var assessment = passedAssessment(body, holder);
        clockAt(assessment.noticeEndsOn().plusDays(1));
        var number = issue(body, assessment).then().statusCode(201).extract().<String>path("number");
        writeAs(SUPERVISOR)
                .header("If-Match", "\"0\"")
                .body(Map.of("ground", "FRAUD", "reason", "录像缺失"))
                .post("/training/v1/certificates/{number}/investigation", number)
                .then()
                .statusCode(200);
        writeAs(REVIEWER)
                .header("If-Match", "\"1\"")
                .post("/training/v1/certificates/{number}/revocation", number)
                .then()
                .statusCode(200);
        events.await(
                CertificateRevoked.class, event -> event.certificateNumber().equals(number));

        // When, then
        var key = TestSecrets.PERSON_KEYS.forIdNumber(holder).value();
        new SenderContract("training", events).assertRestates("training.certificate", Map.of(key, 2));
    }
}
