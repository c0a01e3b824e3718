package org.leye.broker;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.leye.broker.BrokerCalls.TOWN;
import static org.leye.broker.BrokerCalls.appointed;
import static org.leye.broker.BrokerCalls.as;
import static org.leye.broker.BrokerCalls.nominated;
import static org.leye.broker.BrokerCalls.nomination;
import static org.leye.broker.BrokerCalls.referral;
import static org.leye.broker.BrokerCalls.writeAs;
import static org.leye.testsupport.Problems.problem;
import static org.leye.testsupport.Problems.violation;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

import org.leye.testsupport.People;
import org.leye.testsupport.Token;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@BrokerTest
class HostileInputTest {

    static Stream<Arguments> nominationsGoneWrong() {
        return Stream.of(
                Arguments.of("idNumber", "330282199001011235", "ID_NUMBER_CHECK_CHARACTER"),
                Arguments.of("idNumber", "330282900101123", "ID_NUMBER_OLD_FORM"),
                Arguments.of("idNumber", "3302", "ID_NUMBER_LENGTH"),
                Arguments.of("idNumber", "33028219900101🙂", "ID_NUMBER_LENGTH"),
                Arguments.of("idNumber", 330282199001011234L, "WRONG_TYPE"),
                Arguments.of("name", "", "REQUIRED"),
                Arguments.of("name", "   ", "REQUIRED"),
                Arguments.of("name", "王".repeat(101), "SIZE"),
                Arguments.of("name", "王\u0000芳", "TEXT_CHARACTER"),
                Arguments.of("name", "王\ud83d", "TEXT_CHARACTER"),
                Arguments.of("name", 7, "WRONG_TYPE"),
                Arguments.of("name", Map.of("first", "芳"), "WRONG_TYPE"),
                Arguments.of("phone", "📞13857412345", "FORMAT"),
                Arguments.of("phone", "1".repeat(1000), "FORMAT"),
                Arguments.of("homeDivision", "贵州", "DIVISION_CODE"),
                Arguments.of("homeDivision", "522601001", "DIVISION_LEVEL"),
                Arguments.of("division", "330282", "DIVISION_LEVEL"),
                Arguments.of("division", "33028200", "DIVISION_CODE"),
                Arguments.of("schemeEdition", "3.0", "FORMAT"),
                Arguments.of("status", "APPOINTED", "UNKNOWN_FIELD"));
    }

    @ParameterizedTest
    @MethodSource("nominationsGoneWrong")
    void aNominationSaysWhereItIsWrong(String field, Object value, String code) {
        var request = new HashMap<>(nomination(People.anyone(), TOWN));
        request.put(field, value);
        writeAs(Token.county()).body(request).post("/broker/v1/brokers").then().spec(violation("/" + field, code));
    }

    static Stream<Arguments> referralsGoneWrong() {
        return Stream.of(
                Arguments.of("kind", "FRIEND", "UNKNOWN_VALUE"),
                Arguments.of("kind", 0, "UNKNOWN_VALUE"),
                Arguments.of("kind", null, "REQUIRED"),
                Arguments.of("candidateIdNumber", "33028219900101123Y", "ID_NUMBER_CHARACTER"),
                Arguments.of("candidateIdNumber", null, "REQUIRED"),
                Arguments.of("relatedToEmployer", "false", "WRONG_TYPE"),
                Arguments.of("relatedToEmployer", null, "REQUIRED"),
                Arguments.of("targetUscc", "91330282MA2AC0013Q", "USCC_CHECK_CHARACTER"),
                Arguments.of("targetPostingId", "post_'; drop table referral;--", "FORMAT"),
                Arguments.of("brokerId", "b".repeat(61), "SIZE"),
                Arguments.of("candidateName", "王小芳", "UNKNOWN_FIELD"));
    }

    @ParameterizedTest
    @MethodSource("referralsGoneWrong")
    void aReferralSaysWhereItIsWrong(String field, Object value, String code) {
        var request = referral(People.anyone());
        request.put(field, value);
        writeAs(Token.county())
                .body(request)
                .post("/broker/v1/referrals")
                .then()
                .spec(violation("/" + field, code));
    }

    @Test
    void aReferralAsksForWhatItsKindNeeds() {
        writeAs(Token.county())
                .body(referral(People.anyone()))
                .post("/broker/v1/referrals")
                .then()
                .spec(violation("/brokerId", "REQUIRED"));
        var byWorker = referral(People.anyone());
        byWorker.put("kind", "EXISTING_WORKER");
        writeAs(Token.citizen(People.anyone()))
                .body(byWorker)
                .post("/broker/v1/referrals")
                .then()
                .spec(violation("/targetUscc", "REQUIRED"));
    }

    @Test
    void aLetterSaysWhereItIsWrong() {
        var broker = nominated(TOWN);
        BrokerCalls.act(Token.county(), broker, "training", null).then().statusCode(200);
        BrokerCalls.appoint(broker, Map.of("letterNumber", "1号", "from", "2024-02-30"))
                .then()
                .spec(violation("/from", "DATE"));
        BrokerCalls.appoint(broker, Map.of("letterNumber", "1号", "from", "+999999999-12-31"))
                .then()
                .spec(violation("/from", "DATE"));
        BrokerCalls.appoint(broker, Map.of("from", "2024-03-01")).then().spec(violation("/letterNumber", "REQUIRED"));
    }

    @Test
    void whatIsNotJsonIsRefused() {
        writeAs(Token.county())
                .body("{\"kind\": \"APPOINTED_BROKER\",")
                .post("/broker/v1/referrals")
                .then()
                .spec(problem(400, "MALFORMED_BODY"));
        writeAs(Token.county())
                .body("{\"reason\": \"a\", \"reason\": \"b\"}")
                .post("/broker/v1/brokers/brk_x/suspension")
                .then()
                .spec(problem(400, "MALFORMED_BODY"));
        writeAs(Token.county())
                .contentType("text/plain")
                .body("hello")
                .post("/broker/v1/referrals")
                .then()
                .spec(problem(415, "UNSUPPORTED_MEDIA_TYPE"));
    }

    @Test
    void unknownParametersAreRefused() {
        as(Token.county())
                .get("/broker/v1/brokers?divison=330282")
                .then()
                .spec(problem(400, "UNKNOWN_PARAMETER"))
                .body("violations[0].pointer", equalTo("?divison"));
        as(Token.county()).get("/broker/v1/referrals?limit=0").then().spec(problem(400, "INVALID_INPUT"));
        as(Token.county()).get("/broker/v1/referrals?after=x").then().spec(problem(400, "INVALID_CURSOR"));
        var statement = "/broker/v1/brokers/" + appointed().id() + "/statement";
        as(Token.county()).get(statement).then().spec(violation("?month", "REQUIRED"));
        as(Token.county()).get(statement + "?month=2024-13").then().spec(problem(400, "INVALID_INPUT"));
    }

    @Test
    void recordsThatAreNotThereAreNotFound() {
        as(Token.county()).get("/broker/v1/brokers/brk_x").then().spec(problem(404, "BROKER_NOT_FOUND"));
        as(Token.county()).get("/broker/v1/referrals/ref_x").then().spec(problem(404, "REFERRAL_NOT_FOUND"));
        as(Token.county())
                .get("/broker/v1/brokers/brk_x/statement?month=2024-03")
                .then()
                .spec(problem(404, "BROKER_NOT_FOUND"));
        as(Token.county()).get("/broker/v1/brokerage").then().spec(problem(404, "NOT_FOUND"));
    }

    @Test
    void aWriteNeedsItsKeyAndARefusalNeverRepeatsANumber() {
        var number = People.anyone();
        var request = new HashMap<>(nomination(number, TOWN));
        as(Token.county())
                .body(request)
                .post("/broker/v1/brokers")
                .then()
                .spec(problem(400, "IDEMPOTENCY_KEY_REQUIRED"));
        request.put("phone", "x");
        writeAs(Token.county())
                .body(request)
                .post("/broker/v1/brokers")
                .then()
                .statusCode(400)
                .body(not(containsString(number.value())));
    }
}
