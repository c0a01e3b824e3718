package org.leye.subsidy.casework;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.leye.subsidy.SubsidyCalls.COUNTY;
import static org.leye.subsidy.SubsidyCalls.caseInNotice;
import static org.leye.subsidy.SubsidyCalls.etag;
import static org.leye.subsidy.SubsidyCalls.firstMonthReached;
import static org.leye.subsidy.SubsidyCalls.noticeOver;
import static org.leye.subsidy.SubsidyCalls.openedCase;
import static org.leye.subsidy.SubsidyCalls.policyAccepted;
import static org.leye.subsidy.SubsidyCalls.step;
import static org.leye.subsidy.SubsidyCalls.verifiedAccount;
import static org.leye.subsidy.SubsidyCalls.writeAs;
import static org.leye.testsupport.Problems.problem;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.leye.contracts.jobmatch.OfficerRelationDeclared;
import org.leye.contracts.jobmatch.OfficerRelationEnded;
import org.leye.platform.identity.IdNumber;
import org.leye.platform.identity.RecordId;
import org.leye.subsidy.SubsidyCalls;
import org.leye.subsidy.SubsidyCalls.Referred;
import org.leye.subsidy.SubsidyTest;
import org.leye.testsupport.EventProbe;
import org.leye.testsupport.FromRealParts;
import org.leye.testsupport.People;
import org.leye.testsupport.TestSecrets;
import org.leye.testsupport.Token;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

/** No officer handles money of her household, whatever she declared it with and in whatever order the news came. */
@SubsidyTest
class HouseholdTest {

    private static final LocalDate LONG_AGO = LocalDate.of(2023, 1, 1);

    @FromRealParts
    EventProbe events;

    @Inject
    EntityManager entities;

    @Test
    void anOfficerTakesNoStepInACaseOfHerHousehold() {
        // Given
        var officer = People.anyone();
        var token = Token.officerWhoIs(officer, "330282", "COUNTY");
        var hers = firstMonthReached(events);
        var aboutHers = firstMonthReached(events);
        var strangers = firstMonthReached(events);

        // When
        declared(officer, hers.broker());
        declared(officer, aboutHers.worker());

        // Then
        for (var referred : new Referred[] {hers, aboutHers}) {
            var caseId = openedCase(referred);
            step(caseId, "confirmation", referred.brokerToken()).statusCode(200);
            step(caseId, "acceptance", token).spec(problem(403, "OWN_HOUSEHOLD"));
        }
        var caseId = openedCase(strangers);
        step(caseId, "confirmation", strangers.brokerToken()).statusCode(200);
        step(caseId, "acceptance", token).statusCode(200);
    }

    @Test
    void herOwnCaseKeepsItsOwnRefusal() {
        var referred = firstMonthReached(events);
        var caseId = openedCase(referred);
        step(caseId, "confirmation", referred.brokerToken()).statusCode(200);
        step(caseId, "acceptance", Token.officerWhoIs(referred.broker(), "330282", "COUNTY"))
                .spec(problem(403, "OWN_CASE"));
    }

    @Test
    void anAccountOfHerHouseholdIsNeitherEnteredNorVerifiedByHer() {
        // Given
        var officer = People.anyone();
        var token = Token.officerWhoIs(officer, "330282", "COUNTY");
        var referred = firstMonthReached(events);
        declared(officer, referred.broker());

        // When, then
        writeAs(token).body(account(referred)).post("/subsidy/v1/payees").then().spec(problem(403, "OWN_HOUSEHOLD"));
        var payee = writeAs(referred.brokerToken())
                .body(account(referred))
                .post("/subsidy/v1/payees")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        verify(payee, token).spec(problem(403, "OWN_HOUSEHOLD"));
        verify(payee, COUNTY).statusCode(200);
    }

    @Test
    void aBatchWithMoneyForHerHouseholdIsSignedByOthers() {
        // Given
        policyAccepted();
        var officer = People.anyone();
        var referred = firstMonthReached(events);
        declared(officer, referred.broker());
        verifiedAccount(referred);
        noticeOver(caseInNotice(referred));
        var batch = writeAs(SubsidyCalls.FINANCE)
                .body(Map.of("fund", "EMPLOYMENT_FUND"))
                .post("/subsidy/v1/payment-batches")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();

        // When, then
        var path = "/subsidy/v1/payment-batches/" + batch.getString("id");
        writeAs(Token.officerWhoIs(officer, "330282", "FINANCE"))
                .header("If-Match", etag(path, SubsidyCalls.FINANCE))
                .body(Map.of(
                        "paymentCount", batch.getInt("paymentCount"), "controlSumFen", batch.getLong("controlSumFen")))
                .post(path + "/signatures")
                .then()
                .spec(problem(403, "OWN_HOUSEHOLD"));
    }

    @Test
    void newsOfARelationCountInAnyOrderAndOnce() {
        // Given a relation that ended, told backwards and twice, and one that still goes on, told in order and twice
        var officer = People.anyone();
        var token = Token.officerWhoIs(officer, "330282", "COUNTY");
        var once = firstMonthReached(events);
        var still = firstMonthReached(events);
        var over = RecordId.next("rel");
        for (int i = 0; i < 2; i++) {
            events.send(new OfficerRelationEnded(
                    over, key(officer), once.brokerKey(), LONG_AGO, LocalDate.of(2023, 12, 31)));
            events.send(new OfficerRelationDeclared(over, key(officer), once.brokerKey(), LONG_AGO));
        }
        var open = RecordId.next("rel");
        var same = UUID.randomUUID();
        events.send(same, new OfficerRelationDeclared(open, key(officer), still.brokerKey(), LONG_AGO));
        events.send(same, new OfficerRelationDeclared(open, key(officer), still.brokerKey(), LONG_AGO));
        events.send(
                new OfficerRelationEnded(open, key(officer), still.brokerKey(), LONG_AGO, LocalDate.of(2099, 12, 31)));

        // When the last of the officer's news has arrived
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertEquals(
                        1,
                        count("select count(*) from officer_relation where valid_to = '2099-12-31' and id = '" + open
                                + "'")));

        // Then
        var caseOver = openedCase(once);
        step(caseOver, "confirmation", once.brokerToken()).statusCode(200);
        step(caseOver, "acceptance", token).statusCode(200);
        var caseStill = openedCase(still);
        step(caseStill, "confirmation", still.brokerToken()).statusCode(200);
        step(caseStill, "acceptance", token).spec(problem(403, "OWN_HOUSEHOLD"));
    }

    private void declared(IdNumber officer, IdNumber related) {
        var id = RecordId.next("rel");
        events.send(new OfficerRelationDeclared(id, key(officer), key(related), LONG_AGO));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertEquals(1, count("select count(*) from officer_relation where id = '" + id + "'")));
    }

    private static ValidatableResponse verify(String payee, String token) {
        return writeAs(token)
                .header("If-Match", etag("/subsidy/v1/payees/" + payee, COUNTY))
                .post("/subsidy/v1/payees/{id}/verification", payee)
                .then();
    }

    private static Map<String, Object> account(Referred referred) {
        return Map.of(
                "person",
                referred.brokerKey(),
                "accountName",
                "陈国强",
                "bankName",
                "慈溪农村商业银行",
                "account",
                "6230910199000000019");
    }

    private static String key(IdNumber number) {
        return TestSecrets.PERSON_KEYS.forIdNumber(number).value();
    }

    private long count(String sql) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) entities.createNativeQuery(sql).getSingleResult()).longValue());
    }
}
