package org.leye.broker;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.leye.broker.BrokerCalls.TOWN;
import static org.leye.broker.BrokerCalls.act;
import static org.leye.broker.BrokerCalls.appointed;
import static org.leye.broker.BrokerCalls.appointedIn;
import static org.leye.broker.BrokerCalls.as;
import static org.leye.broker.BrokerCalls.nomination;
import static org.leye.broker.BrokerCalls.refer;
import static org.leye.broker.BrokerCalls.validReferral;
import static org.leye.broker.BrokerCalls.writeAs;
import static org.leye.testsupport.Problems.problem;

import java.util.List;
import java.util.Map;

import org.leye.testsupport.People;
import org.leye.testsupport.Token;

import org.junit.jupiter.api.Test;

@BrokerTest
class AccessTest {

    private static final String OTHER_TOWN = "330282104";

    @Test
    void aRoleDoesOnlyWhatIsItsOwn() {
        var broker = appointed();
        var referral = validReferral(broker, People.anyone());
        writeAs(broker.token())
                .body(nomination(People.anyone(), TOWN))
                .post("/broker/v1/brokers")
                .then()
                .spec(problem(403, "FORBIDDEN"));
        act(Token.officer("VILLAGE", TOWN), broker, "suspension", BrokerCalls.REASON)
                .then()
                .spec(problem(403, "FORBIDDEN"));
        act(Token.officer("STATION", "330282"), broker, "dismissal", BrokerCalls.REASON)
                .then()
                .spec(problem(403, "FORBIDDEN"));
        BrokerCalls.actOnReferral(Token.county(), referral, "agreement", null)
                .then()
                .spec(problem(403, "FORBIDDEN"));
        BrokerCalls.actOnReferral(broker.token(), referral, "rejection", BrokerCalls.REASON)
                .then()
                .spec(problem(403, "FORBIDDEN"));
        as(Token.employer("91330282MA2AC0013P"))
                .get("/broker/v1/referrals")
                .then()
                .spec(problem(403, "FORBIDDEN"));
    }

    @Test
    void anOfficerSeesTheBrokersOfHerPlaceOnly() {
        var here = appointed();
        var there = appointedIn(OTHER_TOWN);
        var officer = Token.officer("TOWN", TOWN);

        as(officer).get("/broker/v1/brokers/" + here.id()).then().statusCode(200);
        as(officer).get("/broker/v1/brokers/" + there.id()).then().spec(problem(403, "OUT_OF_SCOPE"));
        as(officer)
                .get("/broker/v1/brokers/" + there.id() + "/statement?month=2024-03")
                .then()
                .spec(problem(403, "OUT_OF_SCOPE"));
        as(officer)
                .get("/broker/v1/brokers?limit=500")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(here.id()))
                .body("items.division", everyItem(equalTo(TOWN)));
    }

    @Test
    void anOfficerNominatesForHerPlaceOnly() {
        writeAs(Token.officer("VILLAGE", "330282004201"))
                .body(nomination(People.anyone(), "330282004202"))
                .post("/broker/v1/brokers")
                .then()
                .spec(problem(403, "OUT_OF_SCOPE"));
        writeAs(Token.officer("VILLAGE", "330282004201"))
                .body(nomination(People.anyone(), "330282004201"))
                .post("/broker/v1/brokers")
                .then()
                .statusCode(201);
    }

    @Test
    void aBrokerSeesHerselfAndHerReferralsOnly() {
        var broker = appointed();
        var other = appointed();
        var candidate = People.anyone();
        var hers = validReferral(broker, candidate);
        var notHers = validReferral(other, People.anyone());

        as(broker.token())
                .get("/broker/v1/brokers")
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(broker.id())));
        as(broker.token()).get("/broker/v1/brokers/" + other.id()).then().spec(problem(403, "OUT_OF_SCOPE"));
        as(broker.token())
                .get("/broker/v1/brokers/" + other.id() + "/statement?month=2024-03")
                .then()
                .spec(problem(403, "OUT_OF_SCOPE"));
        as(broker.token()).get("/broker/v1/referrals/" + notHers).then().spec(problem(403, "OUT_OF_SCOPE"));
        as(broker.token())
                .get("/broker/v1/referrals")
                .then()
                .body("items.id", hasItem(hers))
                .body("items.id", not(hasItem(notHers)));
        as(Token.citizen(candidate)).get("/broker/v1/referrals").then().body("items.id", equalTo(List.of(hers)));
        as(Token.citizen(People.anyone())).get("/broker/v1/referrals").then().body("items", empty());
    }

    @Test
    void aBrokerRefersInNobodyElsesName() {
        var request = BrokerCalls.referral(People.anyone());
        request.put("brokerId", appointed().id());
        writeAs(appointed().token())
                .body(request)
                .post("/broker/v1/referrals")
                .then()
                .spec(problem(403, "OUT_OF_SCOPE"));
    }

    @Test
    void anOfficerReadsTheReferralsOfHerPlaceOnly() {
        var referral = refer(appointedIn(OTHER_TOWN), People.anyone()).<String>path("id");
        as(Token.officer("TOWN", OTHER_TOWN))
                .get("/broker/v1/referrals/" + referral)
                .then()
                .statusCode(200);
        as(Token.officer("TOWN", TOWN))
                .get("/broker/v1/referrals/" + referral)
                .then()
                .spec(problem(403, "OUT_OF_SCOPE"));
        as(Token.officer("TOWN", TOWN))
                .get("/broker/v1/referrals?limit=500")
                .then()
                .body("items.id", not(hasItem(referral)));
    }

    @Test
    void aNominationIsRefusedOutsideTheCity() {
        writeAs(Token.county())
                .body(nomination(People.anyone(), "330281004"))
                .post("/broker/v1/brokers")
                .then()
                .spec(problem(422, "DIVISION_OUTSIDE_CITY"));
        writeAs(Token.county()).body(Map.of()).post("/broker/v1/brokers").then().spec(problem(400, "INVALID_INPUT"));
    }
}
