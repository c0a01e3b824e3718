package org.leye.jobmatch.skill;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.leye.jobmatch.JobmatchCalls.OTHER_TOWN_OFFICER;
import static org.leye.jobmatch.JobmatchCalls.SEWING;
import static org.leye.jobmatch.JobmatchCalls.as;
import static org.leye.jobmatch.JobmatchCalls.eventually;
import static org.leye.jobmatch.JobmatchCalls.keyOf;
import static org.leye.jobmatch.JobmatchCalls.registered;
import static org.leye.jobmatch.JobmatchCalls.someone;
import static org.leye.testsupport.Problems.problem;

import java.time.LocalDate;
import java.util.UUID;

import org.leye.contracts.training.CertificateIssued;
import org.leye.contracts.training.CertificateRevoked;
import org.leye.jobmatch.JobmatchCalls.Someone;
import org.leye.jobmatch.JobmatchTest;
import org.leye.testsupport.EventProbe;
import org.leye.testsupport.FromRealParts;
import org.leye.testsupport.People;
import org.leye.testsupport.Token;

import org.junit.jupiter.api.Test;

@JobmatchTest
class SkillTest {

    private static final LocalDate DAY = LocalDate.of(2024, 2, 1);

    @FromRealParts
    EventProbe events;

    @Test
    void aCertificateAddsASkillAndItsRevocationTakesItAway() {
        // Given
        var person = someone();
        var issued = new CertificateIssued("S1" + person.key(), person.key(), SEWING, "L4", DAY);
        var id = UUID.randomUUID();

        // When
        events.send(id, issued);
        events.send(id, issued);

        // Then
        eventually().untilAsserted(() -> assertEquals(1, skillsOf(person)));
        as(person.token())
                .get("/jobmatch/v1/persons/{key}/skills", person.key())
                .then()
                .body("items[0].level", equalTo("L4"));
        as(OTHER_TOWN_OFFICER)
                .get("/jobmatch/v1/persons/{key}/skills", person.key())
                .then()
                .spec(problem(403, "OUT_OF_SCOPE"));

        // When
        events.send(new CertificateRevoked(
                issued.certificateNumber(), person.key(), SEWING, "L4", DAY.plusDays(9), "FRAUD"));

        // Then
        eventually().untilAsserted(() -> assertEquals(0, skillsOf(person)));
    }

    @Test
    void aCertificateOfSomebodyUnknownWaitsForHer() {
        var number = People.anyone();
        events.send(new CertificateIssued("S2" + keyOf(number), keyOf(number), SEWING, "L3", DAY));
        as(Token.citizen(number))
                .get("/jobmatch/v1/persons/{key}/skills", keyOf(number))
                .then()
                .spec(problem(404, "PERSON_NOT_FOUND"));
        var person = registered(number);
        eventually().untilAsserted(() -> assertEquals(1, skillsOf(person)));
    }

    private static int skillsOf(Someone person) {
        return as(person.token())
                .get("/jobmatch/v1/persons/{key}/skills", person.key())
                .path("items.size()");
    }
}
