package org.leye.broker.referral;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
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
import static org.leye.broker.BrokerCalls.referral;
import static org.leye.broker.BrokerCalls.statusOf;
import static org.leye.broker.BrokerCalls.today;
import static org.leye.broker.BrokerCalls.validReferral;
import static org.leye.broker.BrokerCalls.writeAs;
import static org.leye.testsupport.Problems.problem;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

import org.leye.broker.BrokerCalls;
import org.leye.broker.BrokerTest;
import org.leye.broker.Placed;
import org.leye.contracts.broker.Milestone;
import org.leye.contracts.broker.ReferralMilestoneReached;
import org.leye.platform.identity.IdNumber;
import org.leye.testsupport.EventProbe;
import org.leye.testsupport.FromRealParts;
import org.leye.testsupport.People;
import org.leye.testsupport.Token;

import org.junit.jupiter.api.Test;

@BrokerTest
class MilestoneTest {

    @FromRealParts
    EventProbe events;

    @Test
    void aPlacementCarriesItsReferralFromStartToTheThirdMonth() {
        // Given
        var broker = appointed();
        var candidate = People.anyone();
        var id = agreedReferral(broker, candidate);
        var placed = Placed.on(today().plusDays(3), keyOf(candidate), id);

        // When she begins work
        events.send(placed.started());
        eventually().untilAsserted(() -> assertEquals("STARTED", statusOf(id)));
        assertEquals(List.of(), told(id));

        // When the months are counted
        events.send(placed.confirmed());
        var first = await(id, Milestone.INSURED_1);
        events.send(placed.stable());
        var third = await(id, Milestone.INSURED_3);

        // Then
        var expected = new ReferralMilestoneReached(
                id,
                "APPOINTED_BROKER",
                broker.key(),
                TOWN,
                keyOf(candidate),
                Milestone.INSURED_1,
                YearMonth.from(placed.start()),
                first.referredOn(),
                true,
                true,
                false,
                placed.id(),
                "EMPLOYMENT",
                placed.uscc(),
                placed.start());
        assertEquals(expected, first);
        assertEquals(YearMonth.from(placed.start()).plusMonths(2), third.reachedIn());
        as(broker.token())
                .get("/broker/v1/referrals/" + id)
                .then()
                .body("status", equalTo("INSURED_3"))
                .body("startedOn", equalTo(placed.start().toString()))
                .body("milestones.milestone", contains("INSURED_1", "INSURED_3"));
    }

    @Test
    void theSameEventTwiceIsOneMilestone() {
        var candidate = People.anyone();
        var id = agreedReferral(appointed(), candidate);
        var placed = Placed.on(today(), keyOf(candidate), id);
        var eventId = UUID.randomUUID();
        events.send(eventId, placed.confirmed());
        events.send(eventId, placed.confirmed());
        // once more under another id, as after a republication
        events.send(placed.confirmed());
        events.send(placed.stable());
        await(id, Milestone.INSURED_3);
        assertEquals(List.of(Milestone.INSURED_1, Milestone.INSURED_3), told(id));
    }

    @Test
    void milestonesAreToldWhateverOrderTheirEventsComeIn() {
        var candidate = People.anyone();
        var id = agreedReferral(appointed(), candidate);
        var placed = Placed.on(today(), keyOf(candidate), id);
        events.send(placed.stable());
        await(id, Milestone.INSURED_3);
        events.send(placed.confirmed());
        await(id, Milestone.INSURED_1);
        events.send(placed.started());
        events.send(placed.ended(today()));
        assertEquals("INSURED_3", statusOf(id));
    }

    @Test
    void aPlacementCountsOnlyForTheWorkersOwnReferralWithinTheWindow() {
        // Given
        var candidate = People.anyone();
        var person = keyOf(candidate);
        var today = today();
        var agreed = agreedReferral(appointed(), candidate);

        // When
        events.send(Placed.on(today, keyOf(People.anyone()), agreed).confirmed());
        events.send(Placed.on(today.plusDays(31), person, agreed).confirmed());
        events.send(Placed.on(today.minusDays(1), person, agreed).confirmed());

        // Then the one that counts, sent last, is the only one that was told
        var counts = Placed.on(today, person, agreed);
        events.send(counts.confirmed());
        assertEquals(counts.id(), await(agreed, Milestone.INSURED_1).placementId());
        assertEquals(List.of(Milestone.INSURED_1), told(agreed));
    }

    @Test
    void aPlacementCountsThoughJobmatchHadNotHeardOfTheReferral() {
        var candidate = People.anyone();
        var id = agreedReferral(appointed(), candidate);
        var placed = Placed.on(today(), keyOf(candidate), null);
        events.send(placed.confirmed());
        assertEquals(placed.id(), await(id, Milestone.INSURED_1).placementId());
    }

    @Test
    void aPlacementThatWasKnownBeforeSheAgreedCountsFromThenOn() {
        // Given
        var candidate = People.anyone();
        var id = validReferral(appointed(), candidate);
        var placed = Placed.on(today(), keyOf(candidate), null);
        var later = People.anyone();
        var another = agreedReferral(appointed(), later);
        events.send(placed.confirmed());
        events.send(Placed.on(today(), keyOf(later), null).confirmed());
        await(another, Milestone.INSURED_1);
        assertEquals("VALID", statusOf(id));

        // When
        actOnReferral(Token.citizen(candidate), id, "agreement", null).then().statusCode(200);

        // Then
        assertEquals(placed.id(), await(id, Milestone.INSURED_1).placementId());
    }

    @Test
    void aSuspensionOnTheDayOfTheReferralIsTold() {
        var broker = appointed();
        var candidate = People.anyone();
        var id = agreedReferral(broker, candidate);
        act(Token.county(), broker, "suspension", REASON).then().statusCode(200);
        events.send(Placed.on(today(), keyOf(candidate), id).confirmed());
        assertFalse(await(id, Milestone.INSURED_1).appointedOnReferralDate());
    }

    @Test
    void aStartThatIsKnownAfterTheWindowStillCounts() {
        // Given
        var candidate = People.anyone();
        var id = agreedReferral(appointed(), candidate);
        var placed = Placed.on(today().plusDays(5), keyOf(candidate), id);
        clockAt(today().plusDays(31));
        eventually().untilAsserted(() -> assertEquals("EXPIRED", statusOf(id)));

        // When
        events.send(placed.confirmed());

        // Then
        assertTrue(await(id, Milestone.INSURED_1).firstValidReferral());
        assertEquals("INSURED_1", statusOf(id));
    }

    @Test
    void anExistingWorkerRefersToWhereSheIsInsured() {
        // Given
        var worker = People.anyone();
        var candidate = People.anyone();
        var hers = Placed.on(today(), keyOf(worker), null);
        var request = referral(candidate);
        request.put("kind", "EXISTING_WORKER");
        request.put("targetUscc", hers.uscc());

        // When she has begun, but no insured month has come
        events.send(hers.started());
        writeAs(Token.citizen(worker))
                .body(request)
                .post("/broker/v1/referrals")
                .then()
                .spec(problem(422, "REFERRER_NOT_INSURED_THERE"));

        // When it has
        events.send(hers.confirmed());
        var id = madeEventually(worker, request);
        actOnReferral(Token.citizen(candidate), id, "agreement", null).then().statusCode(200);
        events.send(new Placed("plc_" + id, keyOf(candidate), hers.uscc(), today(), id).confirmed());

        // Then
        var told = await(id, Milestone.INSURED_1);
        assertEquals("EXISTING_WORKER", told.kind());
        assertEquals(keyOf(worker), told.referrer());
        assertFalse(told.appointedOnReferralDate());
    }

    @Test
    void whoLeftRefersThereNoLonger() {
        var worker = People.anyone();
        var hers = Placed.on(today(), keyOf(worker), null);
        events.send(hers.confirmed());
        var request = referral(People.anyone());
        request.put("kind", "EXISTING_WORKER");
        request.put("targetUscc", hers.uscc());
        madeEventually(worker, request);

        events.send(hers.ended(today()));
        clockAt(today().plusDays(1));
        request.put("candidateIdNumber", People.anyone().value());
        eventually().untilAsserted(() -> writeAs(Token.citizen(worker))
                .body(request)
                .post("/broker/v1/referrals")
                .then()
                .spec(problem(422, "REFERRER_NOT_INSURED_THERE")));
    }

    @Test
    void noMessageNamesAPerson() {
        // Given
        var broker = appointed();
        var candidate = People.anyone();
        var id = agreedReferral(broker, candidate);
        events.send(Placed.on(today(), keyOf(candidate), id).confirmed());
        await(id, Milestone.INSURED_1);

        // Then
        for (var message : events.messages("broker.referral")) {
            var whole = message.key() + message.headers() + new String(message.value(), StandardCharsets.UTF_8);
            for (var secret :
                    List.of(broker.number().value(), candidate.value(), BrokerCalls.NAME, BrokerCalls.PHONE, "王小芳")) {
                assertFalse(whole.contains(secret), "a message names a person");
            }
            assertFalse(whole.matches("(?s).*(?<![0-9A-Za-z])[1-9]\\d{16}[\\dX](?![0-9A-Za-z]).*"), "an ID number");
        }
    }

    private ReferralMilestoneReached await(String referral, Milestone milestone) {
        return events.await(
                ReferralMilestoneReached.class,
                event -> event.referralId().equals(referral) && event.milestone() == milestone);
    }

    private List<Milestone> told(String referral) {
        return events.all(ReferralMilestoneReached.class).stream()
                .filter(event -> event.referralId().equals(referral))
                .map(ReferralMilestoneReached::milestone)
                .toList();
    }

    /** Tries until the placement that allows it has arrived. */
    private static String madeEventually(IdNumber worker, Object request) {
        var id = new String[1];
        eventually()
                .untilAsserted(() -> id[0] = writeAs(Token.citizen(worker))
                        .body(request)
                        .post("/broker/v1/referrals")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id"));
        return id[0];
    }
}
