package org.leye.jobmatch.person;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.leye.jobmatch.JobmatchCalls.NAME;
import static org.leye.jobmatch.JobmatchCalls.OTHER_TOWN_OFFICER;
import static org.leye.jobmatch.JobmatchCalls.PHONE;
import static org.leye.jobmatch.JobmatchCalls.TOWN_OFFICER;
import static org.leye.jobmatch.JobmatchCalls.VILLAGE;
import static org.leye.jobmatch.JobmatchCalls.as;
import static org.leye.jobmatch.JobmatchCalls.keyOf;
import static org.leye.jobmatch.JobmatchCalls.profile;
import static org.leye.jobmatch.JobmatchCalls.registration;
import static org.leye.jobmatch.JobmatchCalls.someone;
import static org.leye.jobmatch.JobmatchCalls.writeAs;
import static org.leye.testsupport.Problems.problem;
import static org.leye.testsupport.Problems.violation;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.leye.contracts.jobmatch.PersonRegistered;
import org.leye.contracts.jobmatch.PersonTagged;
import org.leye.jobmatch.JobmatchTest;
import org.leye.testsupport.EventProbe;
import org.leye.testsupport.FromRealParts;
import org.leye.testsupport.People;
import org.leye.testsupport.Token;

import org.junit.jupiter.api.Test;

@JobmatchTest
class PersonResourceTest {

    @FromRealParts
    EventProbe events;

    @Inject
    DataSource database;

    @Test
    void aCitizenRegistersHerselfAndOthersLearnTheFactsOfLaw() {
        // Given
        var number = People.anyone();

        // When
        writeAs(Token.citizen(number))
                .body(registration(number))
                .post("/jobmatch/v1/persons")
                .then()
                .statusCode(201)
                .header("Location", equalTo("/jobmatch/v1/persons/" + keyOf(number)))
                .body("personKey", equalTo(keyOf(number)))
                .body("name", equalTo("欧***"))
                .body("phone", equalTo("139****2345"))
                .body("idNumber", equalTo(number.toString()))
                .body("warnings", hasItem("ID_AREA_UNKNOWN"));

        // Then
        var told = events.await(PersonRegistered.class, event -> event.person().equals(keyOf(number)));
        assertEquals(number.birthDate(), told.birthDate());
        assertEquals(VILLAGE, told.residenceDivision());
    }

    @Test
    void nobodyRegistersAnotherWithoutTheRight() {
        var number = People.anyone();
        var request = registration(number);
        for (var token : List.of(Token.citizen(People.anyone()), OTHER_TOWN_OFFICER)) {
            writeAs(token).body(request).post("/jobmatch/v1/persons").then().spec(problem(403, "OUT_OF_SCOPE"));
        }
        writeAs(Token.employer("91330282MA2AC0013P"))
                .body(request)
                .post("/jobmatch/v1/persons")
                .then()
                .spec(problem(403, "FORBIDDEN"));
    }

    @Test
    void aSecondRegistrationNamesTheKeyToOfficersOfTheDivisionOnly() {
        var person = someone();
        var request = registration(person.number());
        writeAs(person.token())
                .body(request)
                .post("/jobmatch/v1/persons")
                .then()
                .spec(problem(409, "PERSON_ALREADY_REGISTERED"))
                .body("detail", not(containsString(person.key())));
        writeAs(TOWN_OFFICER)
                .body(request)
                .post("/jobmatch/v1/persons")
                .then()
                .spec(problem(409, "PERSON_ALREADY_REGISTERED"))
                .body("detail", containsString(person.key()));
    }

    @Test
    void aRepeatedRegistrationGetsTheFirstAnswerAgain() {
        var number = People.anyone();
        var key = UUID.randomUUID().toString();
        var first = as(Token.citizen(number))
                .header("Idempotency-Key", key)
                .body(registration(number))
                .post("/jobmatch/v1/persons");
        var second = as(Token.citizen(number))
                .header("Idempotency-Key", key)
                .body(registration(number))
                .post("/jobmatch/v1/persons");
        assertEquals(201, second.statusCode());
        assertEquals("true", second.header("Idempotency-Replayed"));
        assertEquals(first.asString(), second.asString());
    }

    @Test
    void officersFindAPersonByHerNumberWithinTheirDivision() {
        var person = someone();
        var lookup = Map.of("idNumber", person.number().value());
        as(TOWN_OFFICER)
                .body(lookup)
                .post("/jobmatch/v1/persons/lookups")
                .then()
                .statusCode(200)
                .body("personKey", equalTo(person.key()))
                .body("name", equalTo("欧***"));
        as(OTHER_TOWN_OFFICER)
                .body(lookup)
                .post("/jobmatch/v1/persons/lookups")
                .then()
                .spec(problem(403, "OUT_OF_SCOPE"));
        as(TOWN_OFFICER)
                .body(Map.of("idNumber", People.anyone().value()))
                .post("/jobmatch/v1/persons/lookups")
                .then()
                .spec(problem(404, "PERSON_NOT_FOUND"));
        assertEquals(1, audited("person.look-up", person.key(), null));
    }

    @Test
    void aRevealIsWrittenDownWithItsPurpose() {
        var person = someone();
        as(TOWN_OFFICER)
                .queryParam("purpose", "BENEFIT_CHECK")
                .get("/jobmatch/v1/persons/{key}/identity", person.key())
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("idNumber", equalTo(person.number().value()))
                .body("name", equalTo(NAME))
                .body("phone", equalTo(PHONE));
        assertEquals(1, audited("person.reveal", person.key(), "BENEFIT_CHECK"));
        as(TOWN_OFFICER)
                .get("/jobmatch/v1/persons/{key}/identity", person.key())
                .then()
                .spec(violation("?purpose", "REQUIRED"));
        as(OTHER_TOWN_OFFICER)
                .queryParam("purpose", "BENEFIT_CHECK")
                .get("/jobmatch/v1/persons/{key}/identity", person.key())
                .then()
                .spec(problem(403, "OUT_OF_SCOPE"));
    }

    @Test
    void listsHoldWhoLivesInTheDivisionPageByPage() {
        someone();
        someone();
        var first = as(TOWN_OFFICER).queryParam("limit", 1).get("/jobmatch/v1/persons");
        var second = as(TOWN_OFFICER)
                .queryParam("limit", 1)
                .queryParam("after", first.<String>path("next"))
                .get("/jobmatch/v1/persons");
        assertTrue(first.header("Link").contains("rel=\"next\""));
        assertEquals(200, second.statusCode());
        assertTrue(first.<String>path("items[0].personKey").compareTo(second.path("items[0].personKey")) < 0);
        as(OTHER_TOWN_OFFICER)
                .get("/jobmatch/v1/persons")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0));
    }

    @Test
    void anotherCitizenReadsNothingOfHer() {
        var person = someone();
        as(Token.citizen(People.anyone()))
                .get("/jobmatch/v1/persons/{key}", person.key())
                .then()
                .spec(problem(403, "OUT_OF_SCOPE"));
        as(person.token())
                .get("/jobmatch/v1/persons/{key}", person.key())
                .then()
                .statusCode(200)
                .body("seekerProfile", nullValue());
    }

    @Test
    void whatSheSeeksIsReplacedByWhoHasSeenTheLastVersion() {
        var person = someone();
        var path = "/jobmatch/v1/persons/{key}/seeker-profile";
        as(person.token()).body(profile()).put(path, person.key()).then().spec(problem(428, "IF_MATCH_REQUIRED"));
        as(person.token())
                .header("If-Match", "\"0\"")
                .body(profile())
                .put(path, person.key())
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("seekerProfile.occupations", hasItem("6-05-01-03"));
        as(person.token())
                .header("If-Match", "\"0\"")
                .body(profile())
                .put(path, person.key())
                .then()
                .spec(problem(412, "VERSION_MISMATCH"));
        var four = profile();
        four.put("occupations", List.of("6-05-01-03", "6-05-01-04", "6-05-01-05", "6-05-01-06"));
        as(person.token())
                .header("If-Match", "\"1\"")
                .body(four)
                .put(path, person.key())
                .then()
                .spec(violation("/occupations", "SIZE"));
    }

    @Test
    void aTagIsDatedAndHeldOnceInAPeriod() {
        // Given
        var person = someone();
        var tag = Map.of(
                "kind",
                "POVERTY_ALLEVIATED",
                "validFrom",
                "2024-01-01",
                "source",
                "RURAL_REVITALISATION_OFFICE",
                "evidence",
                "系统核查记录");

        // When
        writeAs(TOWN_OFFICER)
                .body(tag)
                .post("/jobmatch/v1/persons/{key}/tags", person.key())
                .then()
                .statusCode(201)
                .body("kind", equalTo("POVERTY_ALLEVIATED"));

        // Then
        events.await(PersonTagged.class, event -> event.person().equals(person.key()));
        writeAs(TOWN_OFFICER)
                .body(tag)
                .post("/jobmatch/v1/persons/{key}/tags", person.key())
                .then()
                .spec(problem(409, "TAG_ALREADY_HELD"));
        writeAs(OTHER_TOWN_OFFICER)
                .body(tag)
                .post("/jobmatch/v1/persons/{key}/tags", person.key())
                .then()
                .spec(problem(403, "OUT_OF_SCOPE"));
        as(person.token())
                .get("/jobmatch/v1/persons/{key}/tags", person.key())
                .then()
                .statusCode(200)
                .body("items.kind", hasItem("POVERTY_ALLEVIATED"));
    }

    private int audited(String action, String subject, String purpose) {
        try (var connection = database.getConnection();
                var count = connection.prepareStatement(
                        "select count(*) from audit_row where action = ? and subject = ? and purpose is not distinct from ?")) {
            count.setString(1, action);
            count.setString(2, subject);
            count.setString(3, purpose);
            var row = count.executeQuery();
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
