package org.leye.broker.appointment;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.leye.broker.BrokerCalls.NAME;
import static org.leye.broker.BrokerCalls.PHONE;
import static org.leye.broker.BrokerCalls.REASON;
import static org.leye.broker.BrokerCalls.TOWN;
import static org.leye.broker.BrokerCalls.act;
import static org.leye.broker.BrokerCalls.appoint;
import static org.leye.broker.BrokerCalls.appointed;
import static org.leye.broker.BrokerCalls.as;
import static org.leye.broker.BrokerCalls.clockAt;
import static org.leye.broker.BrokerCalls.eventually;
import static org.leye.broker.BrokerCalls.nominated;
import static org.leye.broker.BrokerCalls.nomination;
import static org.leye.broker.BrokerCalls.refer;
import static org.leye.broker.BrokerCalls.today;
import static org.leye.broker.BrokerCalls.writeAs;
import static org.leye.testsupport.Problems.problem;

import java.util.HashMap;
import java.util.Map;

import org.leye.broker.BrokerCalls.TestBroker;
import org.leye.broker.BrokerTest;
import org.leye.testsupport.People;
import org.leye.testsupport.Token;

import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

@BrokerTest
class BrokerResourceTest {

    @Test
    void aPersonBecomesABrokerStepByStep() {
        // Given
        var today = today();
        var broker = nominated(TOWN);

        // When
        act(Token.officer("STATION", "330282"), broker, "training", null)
                .then()
                .statusCode(200)
                .body("status", equalTo("TRAINED"));
        appoint(broker, Map.of("letterNumber", "慈就经聘〔2024〕7号", "from", today.toString()))
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("status", equalTo("APPOINTED"))
                .body("letterNumber", equalTo("慈就经聘〔2024〕7号"))
                .body("termTo", equalTo(today.plusYears(1).minusDays(1).toString()));

        // Then
        act(Token.county(), broker, "suspension", REASON).then().statusCode(200).body("status", equalTo("SUSPENDED"));
        act(Token.county(), broker, "reinstatement", REASON)
                .then()
                .statusCode(200)
                .body("status", equalTo("APPOINTED"));
        act(Token.county(), broker, "dismissal", REASON)
                .then()
                .statusCode(200)
                .body("status", equalTo("DISMISSED"))
                .body("allowedActions", empty());
    }

    @Test
    void stepsAreNotSkippedOrTakenTwice() {
        var letter = Map.<String, Object>of("letterNumber", "1号", "from", today().toString());
        var broker = nominated(TOWN);
        appoint(broker, letter).then().spec(problem(409, "BROKER_STATE_FORBIDS"));
        act(Token.county(), broker, "suspension", REASON).then().spec(problem(409, "BROKER_STATE_FORBIDS"));
        act(Token.county(), broker, "dismissal", REASON).then().spec(problem(409, "BROKER_STATE_FORBIDS"));

        var appointed = appointed();
        act(Token.county(), appointed, "training", null).then().spec(problem(409, "BROKER_STATE_FORBIDS"));
        appoint(appointed, letter).then().spec(problem(409, "BROKER_STATE_FORBIDS"));
        act(Token.county(), appointed, "reinstatement", REASON).then().spec(problem(409, "BROKER_STATE_FORBIDS"));

        act(Token.county(), appointed, "dismissal", REASON).then().statusCode(200);
        act(Token.county(), appointed, "reinstatement", REASON).then().spec(problem(409, "BROKER_STATE_FORBIDS"));
    }

    @Test
    void aTermThatHasNotBegunIsRefused() {
        var broker = nominated(TOWN);
        act(Token.county(), broker, "training", null).then().statusCode(200);
        appoint(broker, Map.of("letterNumber", "1号", "from", today().plusDays(1).toString()))
                .then()
                .spec(problem(422, "APPOINTMENT_TERM"));
        appoint(broker, Map.of("letterNumber", "1号", "from", "1999-01-01"))
                .then()
                .spec(problem(422, "NO_TERM_IN_FORCE"));
    }

    @Test
    void aPersonHasOneRecordAtATime() {
        var broker = nominated(TOWN);
        nominateAgain(broker)
                .then()
                .spec(problem(409, "BROKER_ALREADY_NOMINATED"))
                .body(not(containsString(broker.id())));
    }

    @Test
    void aBrokerIsShownMasked() {
        var broker = nominated(TOWN);
        var digits = broker.number().value();
        as(broker.token())
                .get("/broker/v1/brokers/" + broker.id())
                .then()
                .statusCode(200)
                .body("personKey", equalTo(broker.key()))
                .body("person.name", equalTo("欧***"))
                .body("person.idNumber", equalTo(digits.substring(0, 6) + "********" + digits.substring(14)))
                .body("person.phone", equalTo("138****2345"))
                .body(not(containsString(digits)))
                .body(not(containsString(NAME)))
                .body(not(containsString(PHONE)));
        as(broker.token())
                .get("/broker/v1/brokers")
                .then()
                .body("items", hasSize(1))
                .body("items[0].person", nullValue());
    }

    @Test
    void aBrokerSaysWhatTheCallerMayDoNext() {
        var broker = appointed();
        as(Token.county())
                .get("/broker/v1/brokers/" + broker.id())
                .then()
                .body("allowedActions.action", containsInAnyOrder("SUSPENSION", "DISMISSAL"))
                .body("allowedActions[0].href", startsWith("/broker/v1/brokers/" + broker.id() + "/"))
                .body("allowedActions[0].requiredFields", contains("reason"));
        as(broker.token()).get("/broker/v1/brokers/" + broker.id()).then().body("allowedActions", empty());
    }

    @Test
    void anActionNeedsTheVersionThatWasSeen() {
        var broker = nominated(TOWN);
        writeAs(Token.county())
                .post("/broker/v1/brokers/{id}/training", broker.id())
                .then()
                .spec(problem(428, "IF_MATCH_REQUIRED"));
        writeAs(Token.county())
                .header("If-Match", "\"7\"")
                .post("/broker/v1/brokers/{id}/training", broker.id())
                .then()
                .spec(problem(412, "VERSION_MISMATCH"));
    }

    @Test
    void aRepeatedNominationIsAnsweredAsBefore() {
        var request = nomination(People.anyone(), TOWN);
        var first = as(Token.county())
                .header("Idempotency-Key", "one-nomination")
                .body(request)
                .post("/broker/v1/brokers");
        as(Token.county())
                .header("Idempotency-Key", "one-nomination")
                .body(request)
                .post("/broker/v1/brokers")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .header("Location", equalTo("/broker/v1/brokers/" + first.path("id")))
                .body("id", equalTo(first.path("id")));
    }

    @Test
    void aListIsReadPageByPage() {
        nominated(TOWN);
        nominated(TOWN);
        var first = as(Token.county()).get("/broker/v1/brokers?limit=1");
        first.then().statusCode(200).body("items", hasSize(1)).header("Link", containsString("rel=\"next\""));
        var second = as(Token.county()).queryParam("limit", 1).queryParam("after", first.<String>path("next"));
        second.get("/broker/v1/brokers")
                .then()
                .statusCode(200)
                .body("items[0].id", not(equalTo(first.<String>path("items[0].id"))));
    }

    @Test
    void whoWasDismissedIsBarred() {
        var broker = appointed();
        act(Token.county(), broker, "dismissal", REASON).then().statusCode(200);
        nominateAgain(broker).then().spec(problem(409, "BROKER_WAS_DISMISSED"));
    }

    @Test
    void whoseTermRanOutIsAppointedAgainUnderARecordOfItsOwn() {
        // Given
        var broker = ended();

        // When
        var id = nominateAgain(broker).then().statusCode(201).extract().<String>path("id");
        nominateAgain(broker).then().spec(problem(409, "BROKER_ALREADY_NOMINATED"));
        var again = new TestBroker(id, broker.number(), broker.token());
        act(Token.county(), again, "training", null).then().statusCode(200);
        appoint(again, Map.of("letterNumber", "2号", "from", today().toString()))
                .then()
                .statusCode(200);

        // Then she refers under the new letter, and the old record is as it was
        refer(broker, People.anyone()).then().statusCode(201).body("brokerId", equalTo(again.id()));
        as(broker.token()).get("/broker/v1/brokers").then().body("items.id", contains(broker.id(), again.id()));
        assertEquals("ENDED", statusOf(broker));
        as(broker.token())
                .get("/broker/v1/brokers/" + broker.id() + "/statement?month=2024-03")
                .then()
                .statusCode(200)
                .body("brokerId", equalTo(broker.id()));
    }

    @Test
    void aNominationAnewBringsAnotherPhoneButNoOtherName() {
        // Given
        var broker = ended();
        var renamed = new HashMap<>(nomination(broker.number(), TOWN));
        renamed.put("name", "欧阳村华");
        var reachedElsewhere = new HashMap<>(nomination(broker.number(), TOWN));
        reachedElsewhere.put("phone", "13957400001");

        // When, then
        writeAs(Token.county()).body(renamed).post("/broker/v1/brokers").then().spec(problem(422, "NAME_DIFFERS"));
        var id = writeAs(Token.county())
                .body(reachedElsewhere)
                .post("/broker/v1/brokers")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        as(Token.county())
                .get("/broker/v1/brokers/" + id)
                .then()
                .body("person.name", equalTo("欧***"))
                .body("person.phone", equalTo("139****0001"));
    }

    @Test
    void anAppointmentEndsWithItsTerm() {
        assertEquals("ENDED", statusOf(ended()));
    }

    /** A broker whose term ran out. */
    private static TestBroker ended() {
        var today = today();
        var broker = nominated(TOWN);
        act(Token.county(), broker, "training", null).then().statusCode(200);
        appoint(
                        broker,
                        Map.of(
                                "letterNumber",
                                "1号",
                                "from",
                                today.toString(),
                                "to",
                                today.plusDays(2).toString()))
                .then()
                .statusCode(200);

        clockAt(today.plusDays(3));
        eventually().untilAsserted(() -> assertEquals("ENDED", statusOf(broker)));
        return broker;
    }

    private static String statusOf(TestBroker broker) {
        return as(Token.county()).get("/broker/v1/brokers/" + broker.id()).path("status");
    }

    private static Response nominateAgain(TestBroker broker) {
        return writeAs(Token.county())
                .body(nomination(broker.number(), "330282104"))
                .post("/broker/v1/brokers");
    }
}
