package org.leye.broker.referral;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.leye.broker.BrokerCalls.REASON;
import static org.leye.broker.BrokerCalls.TOWN;
import static org.leye.broker.BrokerCalls.act;
import static org.leye.broker.BrokerCalls.actOnReferral;
import static org.leye.broker.BrokerCalls.agreedReferral;
import static org.leye.broker.BrokerCalls.appointed;
import static org.leye.broker.BrokerCalls.as;
import static org.leye.broker.BrokerCalls.clockAt;
import static org.leye.broker.BrokerCalls.eventually;
import static org.leye.broker.BrokerCalls.keyOf;
import static org.leye.broker.BrokerCalls.nominated;
import static org.leye.broker.BrokerCalls.refer;
import static org.leye.broker.BrokerCalls.referral;
import static org.leye.broker.BrokerCalls.statusOf;
import static org.leye.broker.BrokerCalls.today;
import static org.leye.broker.BrokerCalls.validReferral;
import static org.leye.broker.BrokerCalls.writeAs;
import static org.leye.testsupport.Problems.problem;

import org.leye.broker.BrokerTest;
import org.leye.contracts.broker.ReferralAgreed;
import org.leye.testsupport.EventProbe;
import org.leye.testsupport.FromRealParts;
import org.leye.testsupport.People;
import org.leye.testsupport.Token;

import org.junit.jupiter.api.Test;

@BrokerTest
class ReferralResourceTest {

    @FromRealParts
    EventProbe events;

    @Test
    void theFirstClaimIsValidAndTheSecondADuplicate() {
        // Given
        var candidate = People.anyone();
        var first = appointed();
        var today = today();

        // When
        var valid = refer(first, candidate)
                .then()
                .statusCode(201)
                .header("Location", startsWith("/broker/v1/referrals/ref_"))
                .body("status", equalTo("VALID"))
                .body("workerKey", equalTo(keyOf(candidate)))
                .body("validUntil", equalTo(today.plusDays(30).toString()))
                .body(not(containsString(candidate.value())))
                .extract()
                .<String>path("id");

        // Then
        refer(appointed(), candidate)
                .then()
                .statusCode(201)
                .body("status", equalTo("DUPLICATE"))
                .body("allowedActions", empty())
                .body(not(containsString(valid)))
                .body(not(containsString(first.key())));
        refer(first, candidate).then().statusCode(201).body("status", equalTo("DUPLICATE"));
        actOnReferral(Token.citizen(candidate), valid, "agreement", null).then().statusCode(200);
        refer(appointed(), candidate).then().statusCode(201).body("status", equalTo("DUPLICATE"));
    }

    @Test
    void nobodyRefersHerself() {
        var broker = appointed();
        refer(broker, broker.number()).then().spec(problem(422, "SELF_REFERRAL"));
    }

    @Test
    void onlyAnAppointmentInForceAllowsToRefer() {
        refer(nominated(TOWN), People.anyone()).then().spec(problem(409, "BROKER_NOT_APPOINTED"));

        var suspended = appointed();
        act(Token.county(), suspended, "suspension", REASON).then().statusCode(200);
        refer(suspended, People.anyone()).then().spec(problem(409, "BROKER_NOT_APPOINTED"));

        act(Token.county(), suspended, "reinstatement", REASON).then().statusCode(200);
        validReferral(suspended, People.anyone());
    }

    @Test
    void whoIsNoBrokerDoesNotReferAsOne() {
        writeAs(Token.citizen(People.anyone()))
                .body(referral(People.anyone()))
                .post("/broker/v1/referrals")
                .then()
                .spec(problem(422, "NOT_A_BROKER"));
    }

    @Test
    void anOfficerEntersAReferralForABroker() {
        var broker = appointed();
        var request = referral(People.anyone());
        request.put("brokerId", broker.id());
        writeAs(Token.officer("STATION", "330282"))
                .body(request)
                .post("/broker/v1/referrals")
                .then()
                .statusCode(201)
                .body("status", equalTo("VALID"))
                .body("brokerId", equalTo(broker.id()))
                .body("referrerKey", equalTo(broker.key()));
        request.put("brokerId", "brk_x");
        writeAs(Token.county())
                .body(request)
                .post("/broker/v1/referrals")
                .then()
                .spec(problem(404, "BROKER_NOT_FOUND"));
    }

    @Test
    void onlyTheCandidateAgrees() {
        // Given
        var candidate = People.anyone();
        var broker = appointed();
        var id = validReferral(broker, candidate);

        // When others try
        actOnReferral(Token.citizen(People.anyone()), id, "agreement", null)
                .then()
                .spec(problem(403, "OUT_OF_SCOPE"));
        actOnReferral(Token.citizen(broker.number()), id, "agreement", null)
                .then()
                .spec(problem(403, "NOT_THE_CANDIDATE"));
        actOnReferral(broker.token(), id, "agreement", null).then().spec(problem(403, "FORBIDDEN"));

        // When she does
        actOnReferral(Token.citizen(candidate), id, "agreement", null)
                .then()
                .statusCode(200)
                .body("status", equalTo("CANDIDATE_AGREED"))
                .body("agreedOn", equalTo(today().toString()));

        // Then
        var told =
                events.await(ReferralAgreed.class, event -> event.referralId().equals(id));
        assertEquals(keyOf(candidate), told.worker());
        assertEquals("APPOINTED_BROKER", told.kind());
        actOnReferral(Token.citizen(candidate), id, "agreement", null)
                .then()
                .spec(problem(409, "REFERRAL_STATE_FORBIDS"));
    }

    @Test
    void aReferralSaysWhatTheCallerMayDoNext() {
        var candidate = People.anyone();
        var broker = appointed();
        var path = "/broker/v1/referrals/" + validReferral(broker, candidate);
        as(Token.citizen(candidate))
                .get(path)
                .then()
                .body("allowedActions.action", containsInAnyOrder("AGREEMENT", "REJECTION"))
                .body("allowedActions[0].method", equalTo("POST"))
                .body("allowedActions[0].href", equalTo(path + "/agreement"));
        as(Token.county()).get(path).then().body("allowedActions.action", contains("REJECTION"));
        as(broker.token()).get(path).then().body("allowedActions", empty());
    }

    @Test
    void aRejectionFreesTheWorkerForAnotherClaim() {
        var candidate = People.anyone();
        var id = agreedReferral(appointed(), candidate);
        actOnReferral(Token.citizen(candidate), id, "rejection", REASON)
                .then()
                .statusCode(200)
                .body("status", equalTo("REJECTED"));
        actOnReferral(Token.county(), id, "rejection", REASON).then().spec(problem(409, "REFERRAL_STATE_FORBIDS"));
        var next = validReferral(appointed(), candidate);
        actOnReferral(Token.county(), next, "rejection", REASON).then().statusCode(200);
    }

    @Test
    void anActionNeedsTheVersionThatWasSeen() {
        var candidate = People.anyone();
        var id = validReferral(appointed(), candidate);
        writeAs(Token.citizen(candidate))
                .post("/broker/v1/referrals/{id}/agreement", id)
                .then()
                .spec(problem(428, "IF_MATCH_REQUIRED"));
        writeAs(Token.citizen(candidate))
                .header("If-Match", "\"7\"")
                .post("/broker/v1/referrals/{id}/agreement", id)
                .then()
                .spec(problem(412, "VERSION_MISMATCH"));
    }

    @Test
    void aReferralExpiresWithItsWindowAndTheWorkerIsFree() {
        // Given
        var candidate = People.anyone();
        var other = People.anyone();
        var silent = validReferral(appointed(), candidate);
        var agreed = agreedReferral(appointed(), other);
        var lastDay = today().plusDays(30);

        // When the last day has come
        clockAt(lastDay);
        refer(appointed(), candidate).then().body("status", equalTo("DUPLICATE"));

        // When it is over
        clockAt(lastDay.plusDays(1));
        validReferral(appointed(), candidate);
        eventually().untilAsserted(() -> {
            assertEquals("EXPIRED", statusOf(silent));
            assertEquals("EXPIRED", statusOf(agreed));
        });
        actOnReferral(Token.citizen(candidate), silent, "agreement", null)
                .then()
                .statusCode(409);
    }
}
