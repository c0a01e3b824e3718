package org.leye.broker.statement;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.leye.broker.BrokerCalls.agreedReferral;
import static org.leye.broker.BrokerCalls.appointed;
import static org.leye.broker.BrokerCalls.as;
import static org.leye.broker.BrokerCalls.eventually;
import static org.leye.broker.BrokerCalls.keyOf;
import static org.leye.broker.BrokerCalls.today;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;

import org.leye.broker.BrokerCalls.TestBroker;
import org.leye.broker.BrokerTest;
import org.leye.broker.Placed;
import org.leye.contracts.broker.Milestone;
import org.leye.contracts.broker.ReferralMilestoneReached;
import org.leye.contracts.subsidy.CaseDecided;
import org.leye.contracts.subsidy.CaseOpened;
import org.leye.contracts.subsidy.CasePaid;
import org.leye.platform.identity.RecordId;
import org.leye.testsupport.EventProbe;
import org.leye.testsupport.FromRealParts;
import org.leye.testsupport.People;

import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@BrokerTest
class StatementResourceTest {

    private static final String REWARD = "BROKER_REFERRAL_REWARD";

    @FromRealParts
    EventProbe events;

    @Test
    void aRewardIsFollowedFromOpeningToPayment() {
        // Given
        var earned = earned();

        // When
        events.send(opened(earned));
        eventually().untilAsserted(() -> statement(earned)
                .body("lines", hasSize(1))
                .body("lines[0].state", equalTo("ACCRUED"))
                .body("lines[0].amountFen", nullValue())
                .body("totals.undecided", equalTo(1)));
        events.send(decided(earned, 15_000));
        eventually().untilAsserted(() -> statement(earned)
                .body("lines[0].state", equalTo("APPROVED"))
                .body("lines[0].amountFen", equalTo(15_000))
                .body("totals.approvedFen", equalTo(15_000)));
        events.send(paid(earned, 15_000));

        // Then
        eventually().untilAsserted(() -> statement(earned)
                .body("lines.caseId", contains(earned.caseId()))
                .body("lines[0].state", equalTo("PAID"))
                .body("lines[0].paidOn", equalTo("2024-06-07"))
                .body("totals.accruedFen", equalTo(15_000))
                .body("totals.approvedFen", equalTo(0))
                .body("totals.paidFen", equalTo(15_000)));
    }

    @Test
    void theEventsOfACaseMayComeInAnyOrderAndTwice() {
        var earned = earned();
        events.send(paid(earned, 15_000));
        events.send(decided(earned, 15_000));
        events.send(paid(earned, 15_000));
        events.send(opened(earned));
        eventually().untilAsserted(() -> statement(earned)
                .body("lines", hasSize(1))
                .body("lines[0].state", equalTo("PAID"))
                .body("lines[0].openedOn", equalTo("2024-05-06"))
                .body("lines[0].decidedOn", equalTo("2024-05-20"))
                .body("totals.paidFen", equalTo(15_000)));
    }

    @Test
    void aRefusedRewardCountsForNothing() {
        var earned = earned();
        events.send(decided(earned, 0));
        eventually().untilAsserted(() -> statement(earned)
                .body("lines[0].state", equalTo("REFUSED"))
                .body("lines[0].amountFen", equalTo(0))
                .body("totals.accruedFen", equalTo(0)));
    }

    @Test
    void casesOfOtherInstrumentsAndOtherSourcesAreLeftAlone() {
        // Given
        var earned = earned();
        var other = RecordId.next("case");

        // When
        events.send(new CaseOpened(
                other, "STAY_AT_WORK_BONUS", earned.broker().key(), earned.source(), null, LocalDate.of(2024, 5, 6)));
        events.send(new CaseOpened(
                RecordId.next("case"), REWARD, earned.broker().key(), "a form at the counter", null, today()));
        events.send(opened(earned));

        // Then
        eventually().untilAsserted(() -> statement(earned).body("lines.caseId", contains(earned.caseId())));
    }

    @Test
    void aStatementIsOfOneMonthAndNamesNobody() {
        var earned = earned();
        events.send(paid(earned, 15_000));
        eventually().untilAsserted(() -> statement(earned)
                .body("lines", hasSize(1))
                .body("lines[0].workerKey", equalTo(earned.workerKey()))
                .body(not(containsString(earned.broker().number().value()))));
        as(earned.broker().token())
                .get(path(earned.broker(), earned.month().minusMonths(1)))
                .then()
                .statusCode(200)
                .body("lines", empty())
                .body("totals.accruedFen", equalTo(0));
    }

    /** A milestone that was reached, and the case that subsidy will open for it. */
    private record Earned(TestBroker broker, String workerKey, String referralId, YearMonth month, String caseId) {

        String source() {
            return referralId + "/INSURED_1";
        }
    }

    private Earned earned() {
        var broker = appointed();
        var candidate = People.anyone();
        var referral = agreedReferral(broker, candidate);
        events.send(Placed.on(today(), keyOf(candidate), referral).confirmed());
        var milestone = events.await(
                ReferralMilestoneReached.class,
                event -> event.referralId().equals(referral) && event.milestone() == Milestone.INSURED_1);
        return new Earned(broker, keyOf(candidate), referral, milestone.reachedIn(), RecordId.next("case"));
    }

    private static CaseOpened opened(Earned earned) {
        return new CaseOpened(
                earned.caseId(), REWARD, earned.broker().key(), earned.source(), "330282004", LocalDate.of(2024, 5, 6));
    }

    private static CaseDecided decided(Earned earned, long amountFen) {
        return new CaseDecided(
                earned.caseId(),
                REWARD,
                earned.broker().key(),
                earned.source(),
                amountFen == 0 ? "REFUSED" : "APPROVED",
                amountFen,
                Set.of(),
                LocalDate.of(2024, 5, 20));
    }

    private static CasePaid paid(Earned earned, long amountFen) {
        return new CasePaid(
                earned.caseId(), REWARD, earned.broker().key(), earned.source(), amountFen, LocalDate.of(2024, 6, 7));
    }

    private static ValidatableResponse statement(Earned earned) {
        return as(earned.broker().token())
                .get(path(earned.broker(), earned.month()))
                .then()
                .statusCode(200);
    }

    private static String path(TestBroker broker, YearMonth month) {
        return "/broker/v1/brokers/" + broker.id() + "/statement?month=" + month;
    }
}
