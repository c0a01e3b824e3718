package org.leye.subsidy.shadow;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.leye.subsidy.SubsidyCalls.COUNTY;
import static org.leye.subsidy.SubsidyCalls.as;
import static org.leye.subsidy.SubsidyCalls.writeAs;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import org.leye.subsidy.SubsidyTest;
import org.leye.subsidy.rulebook.Draft;
import org.leye.testsupport.Enterprises;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

/** A draft is tried on what was decided, under an instrument of the test's own so that nothing else is counted. */
@SubsidyTest
class ShadowRunTest {

    private static final String PERIOD = "{\"from\": \"2024-01-01\", \"to\": \"2030-12-31\"}";

    private final String instrument = "MADE_UP_" + System.nanoTime();

    private void decide(String division, int paidFen) {
        writeAs(COUNTY)
                .body("""
                      {"instrument": "%s", "on": "2025-03-01", "reference": "%s", "subject": "%s", "division": "%s",
                       "facts": {"entityKind": "ENTERPRISE", "enterpriseSize": "SMALL", "insuredAtBaseYearEnd": 100,
                         "insuredAtYearEnd": 96, "benefitRecipients": 4, "contributionsPaidFen": %d,
                         "contributionMonths": 12, "severeDiscredit": false, "zombieEnterprise": false,
                         "labourDispatch": false, "sharingAgreement": false, "publicBodyDispatchFen": 0}}
                      """.formatted(
                                instrument, UUID.randomUUID(), Enterprises.any().value(), division, paidFen))
                .post("/subsidy/v1/decisions")
                .then()
                .statusCode(201);
    }

    private ValidatableResponse tried(String policy) {
        var location = writeAs(COUNTY)
                .body(PERIOD)
                .post("/subsidy/v1/policies/{id}/shadow-runs", policy)
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> as(COUNTY).get(location).then().body("status", equalTo("DONE")));
        return as(COUNTY).get(location).then();
    }

    @Test
    void aDraftTellsWhatItWouldChange() throws JsonProcessingException {
        // Given
        inForce();
        decide("330282004", 1000000);
        decide("330282004", 2000000);
        decide("330282006", 3000000);

        // When
        var draft = Draft.from("P-B1-2025", "P-draft-" + System.nanoTime(), "2026-01-01", "2026-12-31")
                .instrument(instrument)
                .parameter("smeRatio", "0.70");
        draft.send().then().statusCode(201);

        // Then
        tried(draft.id())
                .body("inAll", equalTo(3))
                .body("tally.compared", equalTo(3))
                .body("tally.changes.MORE", equalTo(3))
                .body("tally.beforeFen", equalTo(3600000))
                .body("tally.afterFen", equalTo(4200000))
                .body("tally.reasons.OK.before", equalTo(3))
                .body("tally.towns.330282004.decisions", equalTo(2))
                .body("tally.towns.330282004.afterFen", equalTo(2100000))
                .body("tally.sample", hasSize(3));
    }

    @Test
    void aDraftThatAsksForMoreSaysWhatItLacks() throws JsonProcessingException {
        inForce();
        decide("330282004", 1000000);
        var draft = Draft.from("P-B1-2025", "P-draft-" + System.nanoTime(), "2026-01-01", "2026-12-31")
                .instrument(instrument)
                .asksFor("femaleEmployees");
        draft.send().then().statusCode(201);

        tried(draft.id())
                .body("tally.compared", equalTo(0))
                .body("tally.unanswerable.'/facts/femaleEmployees'", equalTo(1));
    }

    private void inForce() throws JsonProcessingException {
        Draft.from("P-B1-2025", "P-base-" + System.nanoTime(), "2025-01-01", "2025-12-31")
                .instrument(instrument)
                .pays("{\"contributionsPaidFen\": 1000000}", 600000)
                .publish();
    }

    @Test
    void aRunThatEndedIsNotCancelled() throws JsonProcessingException {
        inForce();
        var draft = Draft.from("P-B1-2025", "P-draft-" + System.nanoTime(), "2026-01-01", "2026-12-31")
                .instrument(instrument);
        draft.send().then().statusCode(201);
        tried(draft.id());
        var run = as(COUNTY)
                .get("/subsidy/v1/policies/{id}/shadow-runs", draft.id())
                .jsonPath()
                .getString("[0].id");

        writeAs(COUNTY)
                .post("/subsidy/v1/policies/{id}/shadow-runs/{run}/cancellation", draft.id(), run)
                .then()
                .statusCode(409)
                .body("code", equalTo("SHADOW_RUN_ENDED"));
    }

    @Test
    void aRunThatIsCancelledStaysSo() throws JsonProcessingException {
        inForce();
        decide("330282004", 1000000);
        var draft = Draft.from("P-B1-2025", "P-draft-" + System.nanoTime(), "2026-01-01", "2026-12-31")
                .instrument(instrument);
        draft.send().then().statusCode(201);

        // The worker looks every two seconds: one of the runs is told to end before it has begun.
        var cancelled = await().until(() -> cancelledAtOnce(draft.id()), Optional::isPresent)
                .orElseThrow();
        tried(draft.id());

        as(COUNTY).get(cancelled).then().body("status", equalTo("CANCELLED"));
    }

    private static Optional<String> cancelledAtOnce(String policy) {
        var run = writeAs(COUNTY)
                .body(PERIOD)
                .post("/subsidy/v1/policies/{id}/shadow-runs", policy)
                .header("Location");
        var answer = writeAs(COUNTY).post(run + "/cancellation");
        return answer.statusCode() == 200 ? Optional.of(run) : Optional.empty();
    }
}
