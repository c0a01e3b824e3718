package org.leye.jobmatch.person;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.leye.jobmatch.JobmatchCalls.NAME;
import static org.leye.jobmatch.JobmatchCalls.as;
import static org.leye.jobmatch.JobmatchCalls.keyOf;
import static org.leye.jobmatch.JobmatchCalls.registration;
import static org.leye.jobmatch.JobmatchCalls.someone;
import static org.leye.jobmatch.JobmatchCalls.writeAs;
import static org.leye.testsupport.Problems.problem;
import static org.leye.testsupport.Problems.violation;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.leye.jobmatch.JobmatchTest;
import org.leye.platform.identity.IdNumber;
import org.leye.testsupport.People;
import org.leye.testsupport.Token;

import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

/** What the gateway learns when it links an account to a person. */
@JobmatchTest
class PersonKeyTest {

    private static final String ACCOUNT = "6a1f0f0e-5f3b-4f4e-9d0c-2b7f5b0c9a11";

    @Inject
    DataSource database;

    @Test
    void theKeyOfAStrangerAndOfARegisteredPersonIsFound() {
        var stranger = People.anyone();
        lookUp(stranger, "某某")
                .then()
                .statusCode(200)
                .body("personKey", equalTo(keyOf(stranger)))
                .body("registered", equalTo(false));
        var person = someone();
        lookUp(person.number(), NAME)
                .then()
                .statusCode(200)
                .body("personKey", equalTo(person.key()))
                .body("registered", equalTo(true));
    }

    @Test
    void whoIsRegisteredUnderAnotherNameIsRefusedAndTheLookIsWrittenDownAllTheSame() {
        // Given
        var person = someone();

        // When
        var answer = lookUp(person.number(), "别人");

        // Then
        answer.then().spec(problem(422, "NAME_DIFFERS")).body(not(containsString(person.key())));
        assertEquals(1, looksAt(person.key()));
    }

    @Test
    void aNameIsTheSameHoweverItsPartsAreJoined() {
        var number = People.anyone();
        var registration = registration(number);
        registration.put("name", "阿依古丽·买买提");
        writeAs(Token.citizen(number))
                .body(registration)
                .post("/jobmatch/v1/persons")
                .then()
                .statusCode(201);
        for (var written : List.of("阿依古丽•买买提", "阿依古丽.买买提", "阿依古丽 · 买买提")) {
            lookUp(number, written).then().statusCode(200);
        }
        lookUp(number, "阿依古丽").then().spec(problem(422, "NAME_DIFFERS"));
    }

    @Test
    void nobodyButTheGatewayMayAsk() {
        var body = Map.of("idNumber", People.anyone().value(), "name", NAME, "accountId", ACCOUNT);
        for (var token : List.of(Token.county(), Token.officer("ADMIN", "330282"), Token.citizen(People.anyone()))) {
            as(token).body(body).post("/jobmatch/v1/person-keys/lookups").then().spec(problem(403, "FORBIDDEN"));
        }
    }

    @Test
    void aNumberThatIsNoneIsPointedAtAndNotRepeated() {
        as(Token.linker())
                .body(Map.of("idNumber", "990099198503150026", "name", NAME, "accountId", ACCOUNT))
                .post("/jobmatch/v1/person-keys/lookups")
                .then()
                .spec(violation("/idNumber", "ID_NUMBER_CHECK_CHARACTER"))
                .body(not(containsString("990099198503150026")));
    }

    private static Response lookUp(IdNumber number, String name) {
        return as(Token.linker())
                .body(Map.of("idNumber", number.value(), "name", name, "accountId", ACCOUNT))
                .post("/jobmatch/v1/person-keys/lookups");
    }

    private int looksAt(String key) {
        try (var connection = database.getConnection();
                var count = connection.prepareStatement(
                        "select count(*) from audit_row where action = 'person.key-look-up' and subject = ?")) {
            count.setString(1, key);
            var row = count.executeQuery();
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
