package org.leye.jobmatch.unemployment;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.leye.jobmatch.JobmatchCalls.OTHER_TOWN_OFFICER;
import static org.leye.jobmatch.JobmatchCalls.TOWN_OFFICER;
import static org.leye.jobmatch.JobmatchCalls.accepted;
import static org.leye.jobmatch.JobmatchCalls.as;
import static org.leye.jobmatch.JobmatchCalls.firm;
import static org.leye.jobmatch.JobmatchCalls.published;
import static org.leye.jobmatch.JobmatchCalls.registerUnemployed;
import static org.leye.jobmatch.JobmatchCalls.registered;
import static org.leye.jobmatch.JobmatchCalls.someone;
import static org.leye.jobmatch.JobmatchCalls.start;
import static org.leye.jobmatch.JobmatchCalls.today;
import static org.leye.jobmatch.JobmatchCalls.writeAs;
import static org.leye.testsupport.Problems.problem;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

import org.leye.contracts.jobmatch.UnemploymentEnded;
import org.leye.contracts.jobmatch.UnemploymentRegistered;
import org.leye.jobmatch.JobmatchTest;
import org.leye.platform.identity.Sex;
import org.leye.testsupport.EventProbe;
import org.leye.testsupport.FromRealParts;
import org.leye.testsupport.People;

import org.junit.jupiter.api.Test;

@JobmatchTest
class UnemploymentResourceTest {

    @FromRealParts
    EventProbe events;

    @Test
    void aPersonHasOneOpenSpellAndMayBeginAnotherAfterIt() {
        // Given
        var person = someone();
        var spell = registerUnemployed(person)
                .then()
                .statusCode(201)
                .body("status", equalTo("REGISTERED"))
                .extract()
                .<String>path("id");
        events.await(
                UnemploymentRegistered.class, event -> event.registrationId().equals(spell));
        registerUnemployed(person).then().spec(problem(409, "ALREADY_REGISTERED_UNEMPLOYED"));

        // When
        writeAs(TOWN_OFFICER)
                .header("If-Match", "\"0\"")
                .body(Map.of("reason", "SELF_EMPLOYED"))
                .post("/jobmatch/v1/unemployment-registrations/{id}/ending", spell)
                .then()
                .statusCode(200)
                .body("status", equalTo("ENDED"))
                .body("endReason", equalTo("SELF_EMPLOYED"));

        // Then
        events.await(
                UnemploymentEnded.class,
                event -> event.registrationId().equals(spell) && event.reason().equals("SELF_EMPLOYED"));
        writeAs(TOWN_OFFICER)
                .header("If-Match", "\"1\"")
                .body(Map.of("reason", "PENSION"))
                .post("/jobmatch/v1/unemployment-registrations/{id}/ending", spell)
                .then()
                .spec(problem(409, "REGISTRATION_ALREADY_ENDED"));
        registerUnemployed(person).then().statusCode(201);
    }

    @Test
    void ofManyCallsAtOnceOneOpensTheSpell() throws InterruptedException {
        // Given
        var person = someone();
        var statuses = new ConcurrentLinkedQueue<Integer>();

        // When
        var callers = Stream.generate(() -> Thread.startVirtualThread(
                        () -> statuses.add(registerUnemployed(person).statusCode())))
                .limit(6)
                .toList();
        for (var caller : callers) {
            caller.join();
        }

        // Then
        assertEquals(
                List.of(201, 409, 409, 409, 409, 409),
                statuses.stream().sorted().toList());
    }

    @Test
    void whoIsAtWorkIsNotUnemployed() {
        var person = someone();
        var firm = firm();
        start(firm, accepted(person, firm, published(firm))).then().statusCode(200);
        registerUnemployed(person).then().spec(problem(409, "PERSON_AT_WORK"));
    }

    @Test
    void onlyPeopleOfWorkingAgeRegister() {
        registerUnemployed(registered(People.born(today().minusYears(16).plusDays(1), Sex.FEMALE)))
                .then()
                .spec(problem(422, "NOT_OF_WORKING_AGE"));
        registerUnemployed(registered(People.born(LocalDate.of(1950, 1, 1), Sex.MALE)))
                .then()
                .spec(problem(422, "NOT_OF_WORKING_AGE"));
        registerUnemployed(registered(People.born(today().minusYears(16), Sex.FEMALE)))
                .then()
                .statusCode(201);
    }

    @Test
    void aDeclarationIsNotOfTomorrow() {
        var person = someone();
        writeAs(person.token())
                .body(Map.of(
                        "personKey",
                        person.key(),
                        "declaredOn",
                        today().plusDays(1).toString()))
                .post("/jobmatch/v1/unemployment-registrations")
                .then()
                .spec(problem(422, "DECLARED_IN_THE_FUTURE"));
    }

    @Test
    void othersDoNotSeeASpell() {
        var person = someone();
        var spell = registerUnemployed(person).then().statusCode(201).extract().<String>path("id");
        for (var token : new String[] {OTHER_TOWN_OFFICER, someone().token()}) {
            as(token)
                    .get("/jobmatch/v1/unemployment-registrations/{id}", spell)
                    .then()
                    .spec(problem(403, "OUT_OF_SCOPE"));
        }
        as(person.token())
                .get("/jobmatch/v1/unemployment-registrations")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(spell))
                .body("items.size()", equalTo(1));
    }
}
