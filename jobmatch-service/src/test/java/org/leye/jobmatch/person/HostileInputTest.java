package org.leye.jobmatch.person;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.leye.jobmatch.JobmatchCalls.TOWN_OFFICER;
import static org.leye.jobmatch.JobmatchCalls.as;
import static org.leye.jobmatch.JobmatchCalls.registration;
import static org.leye.jobmatch.JobmatchCalls.writeAs;
import static org.leye.testsupport.Problems.problem;
import static org.leye.testsupport.Problems.violation;

import org.leye.jobmatch.JobmatchTest;
import org.leye.testsupport.People;
import org.leye.testsupport.Token;

import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@JobmatchTest
class HostileInputTest {

    @ParameterizedTest
    @CsvSource({
        "990099198001010, ID_NUMBER_OLD_FORM",
        "9900991980, ID_NUMBER_LENGTH",
        "99009919800101001A, ID_NUMBER_CHARACTER",
        "990099198002300012, ID_NUMBER_BIRTH_DATE",
        "330282197503150022, ID_NUMBER_CHECK_CHARACTER"
    })
    void aBadNumberIsRefusedWithItsReason(String number, String code) {
        with("idNumber", number).then().spec(violation("/idNumber", code));
    }

    @Test
    void eachFieldAtFaultIsPointedAt() {
        with("phone", "12345").then().spec(violation("/phone", "FORMAT"));
        with("residenceDivision", "330282004").then().spec(violation("/residenceDivision", "DIVISION_LEVEL"));
        with("residenceDivision", "33028").then().spec(violation("/residenceDivision", "DIVISION_CODE"));
        with("educationLevel", "WIZARD").then().spec(violation("/educationLevel", "UNKNOWN_VALUE"));
        with("educationLevel", 3).then().statusCode(400).body("violations[0].pointer", equalTo("/educationLevel"));
        with("name", 17).then().spec(violation("/name", "WRONG_TYPE"));
        with("name", "a".repeat(20_000)).then().spec(violation("/name", "SIZE"));
        with("name", "王\u0000芳").then().spec(violation("/name", "TEXT_CHARACTER"));
        with("name", "   ").then().spec(violation("/name", "REQUIRED"));
        with("schoolLeavingDate", "2023-02-30").then().spec(violation("/schoolLeavingDate", "DATE"));
        with("consentToContact", "yes").then().spec(violation("/consentToContact", "WRONG_TYPE"));
        with("wealth", 1).then().spec(violation("/wealth", "UNKNOWN_FIELD"));
        with("consentToContact", null).then().spec(violation("/consentToContact", "REQUIRED"));
    }

    @Test
    void aNameIsMadeOfLetters() {
        with("name", "Robert'); drop table person; --").then().spec(violation("/name", "FORMAT"));
        with("name", "😀芳").then().spec(violation("/name", "FORMAT"));
        with("name", "买买提·艾力").then().statusCode(201).body("name", startsWith("买*"));
    }

    @Test
    void aBodyThatIsNoObjectOfOursIsRefused() {
        raw("{\"name\":\"王一\",\"name\":\"王二\"}").then().spec(problem(400, "MALFORMED_BODY"));
        raw("{").then().spec(problem(400, "MALFORMED_BODY"));
        raw("{} {}").then().statusCode(400);
        raw("[]").then().spec(problem(400, "INVALID_INPUT"));
        raw("null").then().spec(problem(400, "INVALID_INPUT"));
        raw("[".repeat(5_000)).then().statusCode(400);
    }

    @Test
    void unknownParametersAndForeignCursorsAreRefused() {
        as(TOWN_OFFICER).get("/jobmatch/v1/persons?limti=5").then().spec(problem(400, "UNKNOWN_PARAMETER"));
        as(TOWN_OFFICER).get("/jobmatch/v1/persons?limit=0").then().spec(problem(400, "INVALID_INPUT"));
        as(TOWN_OFFICER).get("/jobmatch/v1/persons?after=abc").then().spec(problem(400, "INVALID_CURSOR"));
        as(TOWN_OFFICER).get("/jobmatch/v1/persons/per_nobody").then().spec(problem(400, "INVALID_INPUT"));
        as(TOWN_OFFICER).get("/jobmatch/v1/postings?status=OPENISH").then().spec(problem(400, "INVALID_INPUT"));
        as(TOWN_OFFICER).get("/jobmatch/v1/postings?town=33x").then().spec(problem(400, "INVALID_INPUT"));
    }

    @Test
    void aWriteNeedsItsKey() {
        var number = People.anyone();
        as(Token.citizen(number))
                .body(registration(number))
                .post("/jobmatch/v1/persons")
                .then()
                .spec(problem(400, "IDEMPOTENCY_KEY_REQUIRED"));
    }

    /** A registration by an officer that is right but for this field. */
    private static Response with(String field, Object value) {
        var request = registration(People.anyone());
        request.put(field, value);
        return writeAs(TOWN_OFFICER).body(request).post("/jobmatch/v1/persons");
    }

    private static Response raw(String body) {
        return writeAs(TOWN_OFFICER).body(body).post("/jobmatch/v1/persons");
    }
}
