package org.leye.jobmatch.relation;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.leye.jobmatch.JobmatchCalls.TOWN;
import static org.leye.jobmatch.JobmatchCalls.as;
import static org.leye.jobmatch.JobmatchCalls.keyOf;
import static org.leye.jobmatch.JobmatchCalls.someone;
import static org.leye.jobmatch.JobmatchCalls.today;
import static org.leye.jobmatch.JobmatchCalls.writeAs;
import static org.leye.testsupport.Problems.problem;
import static org.leye.testsupport.Problems.violation;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.leye.contracts.jobmatch.OfficerRelationDeclared;
import org.leye.contracts.jobmatch.OfficerRelationEnded;
import org.leye.jobmatch.JobmatchCalls.Someone;
import org.leye.jobmatch.JobmatchTest;
import org.leye.platform.identity.IdNumber;
import org.leye.testsupport.EventProbe;
import org.leye.testsupport.FromRealParts;
import org.leye.testsupport.People;
import org.leye.testsupport.Token;

import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

@JobmatchTest
class RelationResourceTest {

    private static final String PATH = "/jobmatch/v1/officer-relations";

    @FromRealParts
    EventProbe events;

    @Inject
    DataSource database;

    @Test
    void anOfficerDecidesNothingAboutWhomSheDeclared() {
        // Given
        var officer = People.anyone();
        var token = Token.officerWhoIs(officer, TOWN, "TOWN");
        var brother = someone();
        var stranger = someone();

        // When
        var declared = declare(token, byNumber(brother.number(), "SIBLING"));

        // Then
        declared.then()
                .statusCode(201)
                .body("officer", equalTo(keyOf(officer)))
                .body("related", equalTo(brother.key()))
                .body("validFrom", equalTo(today().toString()));
        tag(token, brother).then().spec(problem(403, "OWN_HOUSEHOLD"));
        unemployed(token, brother).then().spec(problem(403, "OWN_HOUSEHOLD"));
        tag(token, stranger).then().statusCode(201);
        unemployed(token, stranger).then().statusCode(201);
        var told = events.await(
                OfficerRelationDeclared.class, event -> event.relationId().equals(declared.path("id")));
        assertEquals(brother.key(), told.related());
        assertEquals(keyOf(officer), told.recordKey());
    }

    @Test
    void whoWasDeclaredDecidesNothingAboutTheOfficerEither() {
        var officer = someone();
        var wife = someone();
        declare(Token.officerWhoIs(officer.number(), TOWN, "TOWN"), byNumber(wife.number(), "SPOUSE"))
                .then()
                .statusCode(201);
        tag(Token.officerWhoIs(wife.number(), TOWN, "TOWN"), officer).then().spec(problem(403, "OWN_HOUSEHOLD"));
    }

    @Test
    void anOfficerDecidesNothingAboutHerselfButActsAsACitizenLikeAnybody() {
        var person = someone();
        var asOfficer = Token.officerWhoIs(person.number(), TOWN, "TOWN");
        tag(asOfficer, person).then().spec(problem(403, "OWN_HOUSEHOLD"));
        unemployed(asOfficer, person).then().spec(problem(403, "OWN_HOUSEHOLD"));
        unemployed(Token.officerWhoIs(person.number(), TOWN, "TOWN", "CITIZEN"), person)
                .then()
                .statusCode(201);
    }

    @Test
    void aRelationIsEndedByOthersThanThoseItBindsAndCountsToTheEndOfTheDay() {
        // Given
        var officer = People.anyone();
        var token = Token.officerWhoIs(officer, "330282", "COUNTY");
        var son = someone();
        var id = declare(token, byNumber(son.number(), "CHILD")).<String>path("id");

        // When
        end(token, id).then().spec(problem(403, "OWN_HOUSEHOLD"));
        end(Token.officer("TOWN", TOWN), id).then().spec(problem(403, "FORBIDDEN"));
        end(Token.county(), id).then().statusCode(200).body("validTo", equalTo(today().toString()));

        // Then
        tag(token, son).then().spec(problem(403, "OWN_HOUSEHOLD"));
        as(Token.county()).get(PATH + "/" + id).then().statusCode(200).body("related", equalTo(son.key()));
        as(Token.county())
                .header("If-Match", "\"1\"")
                .delete(PATH + "/" + id)
                .then()
                .spec(problem(409, "RELATION_ALREADY_ENDED"));
        var told = events.await(
                OfficerRelationEnded.class, event -> event.relationId().equals(id));
        assertEquals(today(), told.validTo());
    }

    @Test
    void anOfficerDeclaresAndSeesHerOwnAndTheCountyAll() {
        // Given
        var officer = People.anyone();
        var token = Token.officerWhoIs(officer, TOWN, "TOWN");
        var other = People.anyone();
        var ofOther = byNumber(People.anyone(), "PARENT");
        ofOther.put("officer", keyOf(other));

        // When
        declare(token, ofOther).then().spec(problem(403, "OUT_OF_SCOPE"));
        var entered = declare(Token.county(), ofOther)
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        var own = declare(token, byNumber(People.anyone(), "PARENT")).<String>path("id");

        // Then
        as(token).get(PATH).then().statusCode(200).body("items.id", contains(own));
        as(token).get(PATH + "/" + entered).then().spec(problem(403, "OUT_OF_SCOPE"));
        as(Token.county()).get(PATH + "?limit=500").then().body("items.id", hasItem(entered));
        as(Token.officer("TOWN", TOWN)).get(PATH).then().spec(problem(403, "OUT_OF_SCOPE"));
    }

    @Test
    void whoLooksAtAnothersHouseholdIsWrittenDown() {
        // Given
        var officer = People.anyone();
        var token = Token.officerWhoIs(officer, "330282", "COUNTY");
        var id = declare(token, byNumber(People.anyone(), "PARENT")).<String>path("id");
        var listedBefore = looks("*");

        // When: she herself, then another of the county
        as(token).get(PATH + "/" + id).then().statusCode(200);
        assertEquals(0, looks(id));
        as(Token.county()).get(PATH + "/" + id).then().statusCode(200);
        as(Token.county()).get(PATH).then().statusCode(200);

        // Then
        assertEquals(1, looks(id));
        assertEquals(listedBefore + 1, looks("*"));
    }

    @Test
    void aRelationThatDoesNotHoldYetCannotStandInTheWayOfTheOneThatDoes() {
        var token = Token.officerWhoIs(People.anyone(), TOWN, "TOWN");
        var request = byNumber(People.anyone(), "SIBLING");
        request.put("from", today().plusDays(1).toString());
        declare(token, request).then().spec(violation("/from", "IN_FUTURE"));
        request.put("from", today().toString());
        declare(token, request).then().statusCode(201);
    }

    @Test
    void aRelationIsDeclaredOnceAndNamesOneOtherPerson() {
        var officer = People.anyone();
        var token = Token.officerWhoIs(officer, TOWN, "TOWN");
        var request = byNumber(People.anyone(), "OTHER");
        declare(token, request).then().statusCode(201);
        declare(token, request).then().spec(problem(409, "RELATION_ALREADY_DECLARED"));
        declare(token, byNumber(officer, "OTHER")).then().spec(problem(422, "RELATION_TO_ONESELF"));
        declare(token, Map.of("kind", "OTHER")).then().spec(violation("/relatedPersonKey", "KEY_OR_NUMBER"));
        declare(Token.county(), request).then().spec(violation("/officer", "REQUIRED"));
    }

    private int looks(String subject) {
        try (var connection = database.getConnection();
                var count = connection.prepareStatement(
                        "select count(*) from audit_row where action = 'officer-relation.read' and subject = ?")) {
            count.setString(1, subject);
            var row = count.executeQuery();
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, Object> byNumber(IdNumber number, String kind) {
        return new HashMap<>(Map.of("relatedIdNumber", number.value(), "kind", kind));
    }

    private static Response declare(String token, Map<String, Object> request) {
        return writeAs(token).body(request).post(PATH);
    }

    private static Response end(String token, String id) {
        return as(token).header("If-Match", "\"0\"").delete(PATH + "/" + id);
    }

    private static Response tag(String token, Someone person) {
        return writeAs(token)
                .body(Map.of(
                        "kind",
                        "DISABLED",
                        "validFrom",
                        "2024-01-01",
                        "source",
                        "DISABLED_FEDERATION",
                        "evidence",
                        "证号核对"))
                .post("/jobmatch/v1/persons/{key}/tags", person.key());
    }

    private static Response unemployed(String token, Someone person) {
        return writeAs(token).body(Map.of("personKey", person.key())).post("/jobmatch/v1/unemployment-registrations");
    }
}
