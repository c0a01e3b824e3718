package org.leye.subsidy.casework;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.leye.subsidy.SubsidyCalls.COUNTY;
import static org.leye.subsidy.SubsidyCalls.REVIEWER;
import static org.leye.subsidy.SubsidyCalls.as;
import static org.leye.subsidy.SubsidyCalls.cases;
import static org.leye.subsidy.SubsidyCalls.etag;
import static org.leye.subsidy.SubsidyCalls.firstMonthReached;
import static org.leye.subsidy.SubsidyCalls.imported;
import static org.leye.subsidy.SubsidyCalls.line;
import static org.leye.subsidy.SubsidyCalls.milestone;
import static org.leye.subsidy.SubsidyCalls.openedCase;
import static org.leye.subsidy.SubsidyCalls.step;
import static org.leye.subsidy.SubsidyCalls.writeAs;
import static org.leye.testsupport.Problems.problem;

import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;

import org.leye.contracts.jobmatch.PersonTagged;
import org.leye.contracts.subsidy.CaseDecided;
import org.leye.contracts.subsidy.CaseOpened;
import org.leye.platform.identity.RecordId;
import org.leye.subsidy.SubsidyCalls.Referred;
import org.leye.subsidy.SubsidyTest;
import org.leye.testsupport.Enterprises;
import org.leye.testsupport.EventProbe;
import org.leye.testsupport.FromRealParts;
import org.leye.testsupport.People;
import org.leye.testsupport.TestSecrets;
import org.leye.testsupport.Token;

import org.junit.jupiter.api.Test;

@SubsidyTest
class CaseResourceTest {

    @FromRealParts
    EventProbe events;

    @Test
    void aMilestoneOpensOneCaseHoweverOftenItIsTold() {
        // Given
        var referred = firstMonthReached(events);
        var caseId = openedCase(referred);

        // When the same milestone is told again, as the same event and as another one
        var again = UUID.randomUUID();
        events.send(again, milestone(referred, true));
        events.send(again, milestone(referred, true));
        var later = firstMonthReached(events);

        // Then, once a later event of the topic has had its effect, there is still one case
        openedCase(later);
        cases(referred).then().body("items.id", contains(caseId));
        events.await(CaseOpened.class, event -> event.caseId().equals(caseId));
    }

    @Test
    void aCaseIsDecidedWithEveryConditionAndItsValue() {
        var referred = firstMonthReached(events);
        var caseId = openedCase(referred);
        step(caseId, "confirmation", referred.brokerToken()).statusCode(200).body("status", equalTo("SUBMITTED"));
        step(caseId, "acceptance", Token.officer("TOWN", "330282111")).statusCode(200);
        step(caseId, "evaluation", COUNTY)
                .statusCode(200)
                .body("status", equalTo("RECOMMENDED"))
                .body("amountFen", equalTo(15000))
                .body("decision.outcome", equalTo("APPROVED"))
                .body("decision.reasons", contains("OK"))
                .body("decision.policyId", equalTo("P-B17-2023"))
                .body("decision.confidence", equalTo("PROPOSED"))
                .body("decision.predicates.pass", everyItem(equalTo(true)))
                .body("timeline.action", contains("IDENTIFY", "CONFIRM", "ACCEPT", "EVALUATE"));
        step(caseId, "approval", REVIEWER).statusCode(200).body("status", equalTo("APPROVED"));
        var told = events.await(CaseDecided.class, event -> event.caseId().equals(caseId));
        assertEquals(15000, told.amountFen());
    }

    @Test
    void aWorkerLiftedOutOfPovertyBringsTheHigherReward() {
        // Given
        var referred = new Referred(
                RecordId.next("ref"),
                People.anyone(),
                People.anyone(),
                Enterprises.any().value());
        imported(line(referred.worker(), "2024-03", referred.uscc()));
        events.send(new PersonTagged(
                TestSecrets.PERSON_KEYS.forIdNumber(referred.worker()).value(),
                "POVERTY_ALLEVIATED",
                LocalDate.of(2022, 1, 1),
                null,
                "list of 2022"));
        events.send(milestone(referred, true));
        var caseId = openedCase(referred);
        step(caseId, "confirmation", referred.brokerToken()).statusCode(200);
        step(caseId, "acceptance", COUNTY).statusCode(200);

        // When, then: the tag may arrive after the milestone, so the evaluation is repeated by a reviewer's return
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            if (as(COUNTY).get("/subsidy/v1/cases/{id}", caseId).path("status").equals("RECOMMENDED")) {
                writeAs(REVIEWER)
                        .header("If-Match", etag("/subsidy/v1/cases/" + caseId, COUNTY))
                        .body("{\"reason\":\"请核对人员标签\"}")
                        .post("/subsidy/v1/cases/{id}/return-to-check", caseId)
                        .then()
                        .statusCode(200);
            }
            step(caseId, "evaluation", COUNTY).statusCode(200).body("amountFen", equalTo(25000));
        });
    }

    @Test
    void aSuspendedBrokersCaseIsRefusedWithTheReason() {
        // Given
        var referred = new Referred(
                RecordId.next("ref"),
                People.anyone(),
                People.anyone(),
                Enterprises.any().value());
        events.send(milestone(referred, false));
        var caseId = openedCase(referred);
        step(caseId, "confirmation", referred.brokerToken()).statusCode(200);
        step(caseId, "acceptance", COUNTY).statusCode(200);

        // When nobody has heard of an insured month either
        step(caseId, "evaluation", COUNTY)
                .statusCode(200)
                .body("status", equalTo("REFUSED_DRAFT"))
                .body("amountFen", equalTo(0))
                .body("decision.reasons", hasItems("NOT_IN_SCOPE", "STABILITY_NOT_REACHED"));

        // Then
        step(caseId, "refusal", REVIEWER).statusCode(200).body("status", equalTo("REFUSED"));
        step(caseId, "approval", REVIEWER).spec(problem(409, "CASE_STATE_FORBIDS"));
    }

    @Test
    void whoCheckedMayNotReview() {
        var referred = firstMonthReached(events);
        var caseId = openedCase(referred);
        step(caseId, "confirmation", referred.brokerToken()).statusCode(200);
        step(caseId, "acceptance", COUNTY).statusCode(200);
        var both = Token.withRoles("officer-of-two-roles", "330282", "COUNTY", "REVIEWER");
        step(caseId, "evaluation", both).statusCode(200);
        step(caseId, "approval", both).spec(problem(409, "CHECKER_MAY_NOT_REVIEW"));
    }

    @Test
    void whoAcceptedMayNotReviewEither() {
        var referred = firstMonthReached(events);
        var caseId = openedCase(referred);
        step(caseId, "confirmation", referred.brokerToken()).statusCode(200);
        var both = Token.withRoles("accepts-and-reviews", "330282", "COUNTY", "REVIEWER");
        step(caseId, "acceptance", both).statusCode(200);
        step(caseId, "evaluation", COUNTY).statusCode(200);
        step(caseId, "approval", both).spec(problem(409, "CHECKER_MAY_NOT_REVIEW"));
    }

    @Test
    void anOfficerWhoIsACitizenTooDoesNotConfirmForOthers() {
        var caseId = openedCase(firstMonthReached(events));
        var both = Token.withRoles("officer-and-citizen", "330282", "COUNTY", "CITIZEN");
        step(caseId, "confirmation", both).spec(problem(403, "OUT_OF_SCOPE"));
    }

    @Test
    void anOfficerOfAnotherCountyHasNoPowerHere() {
        var caseId = openedCase(firstMonthReached(events));
        as(Token.officer("COUNTY", "330281"))
                .get("/subsidy/v1/cases/{id}", caseId)
                .then()
                .spec(problem(403, "OUT_OF_SCOPE"));
    }

    @Test
    void anotherBrokerAndAnotherTownDoNotSeeTheCase() {
        var caseId = openedCase(firstMonthReached(events));
        as(Token.person("BROKER", People.anyone()))
                .get("/subsidy/v1/cases/{id}", caseId)
                .then()
                .spec(problem(403, "OUT_OF_SCOPE"));
        as(Token.officer("TOWN", "330282004"))
                .get("/subsidy/v1/cases/{id}", caseId)
                .then()
                .spec(problem(403, "OUT_OF_SCOPE"));
        as(Token.officer("TOWN", "330282004"))
                .get("/subsidy/v1/cases?limit=500")
                .then()
                .statusCode(200)
                .body("items.id", not(hasItem(caseId)));
    }

    @Test
    void aCaseListsWhatItsReaderMayDoNext() {
        var referred = firstMonthReached(events);
        var caseId = openedCase(referred);
        as(referred.brokerToken())
                .get("/subsidy/v1/cases/{id}", caseId)
                .then()
                .body("allowedActions.action", contains("CONFIRM", "DECLINE"))
                .body("allowedActions[0].href", equalTo("/subsidy/v1/cases/" + caseId + "/confirmation"));
        as(COUNTY).get("/subsidy/v1/cases/{id}", caseId).then().body("allowedActions.size()", equalTo(0));
    }
}
