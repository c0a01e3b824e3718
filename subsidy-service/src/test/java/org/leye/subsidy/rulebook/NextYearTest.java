package org.leye.subsidy.rulebook;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.leye.subsidy.SubsidyCalls.COUNTY;
import static org.leye.subsidy.SubsidyCalls.as;

import org.leye.subsidy.SubsidyTest;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

/** Next year's rules come by the API alone: other amounts, one more condition, no release. The numbers are made up. */
@SubsidyTest
class NextYearTest {

    private static final String REFUND = """
            {"entityKind": "ENTERPRISE", "enterpriseSize": "SMALL", "insuredAtBaseYearEnd": 100, "insuredAtYearEnd": 96,
             "benefitRecipients": 4, "contributionsPaidFen": 1000000, "contributionMonths": 12, "severeDiscredit": false,
             "zombieEnterprise": false, "labourDispatch": false, "sharingAgreement": false, "publicBodyDispatchFen": 0}
            """;

    private static ValidatableResponse asked(String instrument, String on, String facts, String history) {
        return as(COUNTY)
                .body("{\"instrument\": \"%s\", \"on\": \"%s\", \"facts\": %s, \"history\": %s}"
                        .formatted(instrument, on, facts, history))
                .post("/subsidy/v1/evaluations")
                .then()
                .statusCode(200);
    }

    @Test
    void aRefundPaysMoreAndAsksForMoreEmployees() throws JsonProcessingException {
        // Given
        var history = "{\"refundedForYearFen\": 0}";
        asked("UI_RETENTION_REFUND", "2027-03-01", REFUND, history).body("reasons.code", hasItem("NO_POLICY_IN_FORCE"));

        // When
        Draft.from("P-B1-2025", "P-B1-2027", "2027-01-01", "2027-12-31")
                .parameter("smeRatio", "0.75")
                .condition("headcount", "facts.insuredAtYearEnd", "minHeadcount", 5, "HEADCOUNT_BELOW_MIN")
                .pays("{\"contributionsPaidFen\": 1000000}", 750000)
                .refuses("{\"insuredAtYearEnd\": 4, \"insuredAtBaseYearEnd\": 4}", "HEADCOUNT_BELOW_MIN")
                .publish();

        // Then
        asked("UI_RETENTION_REFUND", "2027-03-01", REFUND, history)
                .body("amountFen", equalTo(750000))
                .body("policy.id", equalTo("P-B1-2027"));
        asked(
                        "UI_RETENTION_REFUND",
                        "2027-03-01",
                        REFUND.replace("\"insuredAtYearEnd\": 96", "\"insuredAtYearEnd\": 4")
                                .replace("\"insuredAtBaseYearEnd\": 100", "\"insuredAtBaseYearEnd\": 4"),
                        history)
                .body("outcome", equalTo("REFUSED"))
                .body("reasons.code", hasItem("HEADCOUNT_BELOW_MIN"))
                .body("conditions.find { it.name == 'headcount' }.remedies[0].value", equalTo(5));
        asked("UI_RETENTION_REFUND", "2025-03-01", REFUND, history).body("amountFen", equalTo(600000));
    }

    @Test
    void aCertificatePaysMoreAndAsksForMoreMonths() throws JsonProcessingException {
        var facts = """
                {"insuredStatus": "EMPLOYEE", "contributionMonths": 14, "level": "L4", "certificateStatus": "ISSUED",
                 "appliedOn": "2027-06-01", "urgentOccupation": false}
                """;
        var history = """
                {"levelsPaidInOccupation": [], "trainingSubsidyPaidForSame": false, "timesThisYear": 0,
                 "urgentTimesThisYear": 0, "trainingTimesThisYear": 0}
                """;

        Draft.from("P-B16-2025", "P-B16-2027", "2027-01-01", "2027-12-31")
                .parameter("level4Fen", 180000)
                .condition("long_enough", "facts.contributionMonths", "leastMonths", 15, "CONTRIBUTION_MONTHS_LT_MIN")
                .pays("{\"contributionMonths\": 15, \"appliedOn\": \"2027-02-01\"}", 180000)
                .publish();

        asked("SKILL_UPGRADE_SUBSIDY", "2027-05-01", facts, history)
                .body("outcome", equalTo("REFUSED"))
                .body("conditions.find { it.name == 'long_enough' }.remedies[0].value", equalTo(15));
        asked("SKILL_UPGRADE_SUBSIDY", "2027-05-01", facts.replace("14", "15"), history)
                .body("amountFen", equalTo(180000));
    }

    @Test
    void aGrantForHiresPaysMoreAndAsksForTwoHires() throws JsonProcessingException {
        var hire = """
                {"personNo": %d, "birthDate": "2004-03-15", "educationKind": "ORDINARY_COLLEGE", "graduatedOn": "2027-06-20",
                 "unemployedUntilHire": true, "registeredUnemployed": false, "hiredOn": "2027-07-10", "contractSigned": true,
                 "insurances": ["UNEMPLOYMENT", "WORK_INJURY", "PENSION"], "contributionMonths": 3, "identityUsed": false,
                 "hiringSubsidyPaid": false}
                """;
        var one = "{\"hiredPersons\": [" + hire.formatted(1) + "]}";
        var two = "{\"hiredPersons\": [" + hire.formatted(1) + "," + hire.formatted(2) + "]}";

        Draft.from("P-B3-2025", "P-B3-2027", "2027-01-01", "2027-12-31")
                .on("2027-11-01")
                .parameter("unitFen", 170000)
                .parameter("hireFrom", "2027-01-01")
                .parameter("hireTo", "2027-12-31")
                .reads("hiredPersons")
                .condition("two_hires", "count(facts.hiredPersons)", "leastHires", 2, "HEADCOUNT_BELOW_MIN")
                .pays(two, 340000)
                .refuses(one, "HEADCOUNT_BELOW_MIN")
                .publish();

        var firm = "{\"entityKind\": \"ENTERPRISE\", ";
        asked("JOB_EXPANSION_GRANT", "2027-11-01", firm + two.substring(1), "{}")
                .body("amountFen", equalTo(340000));
        asked("JOB_EXPANSION_GRANT", "2027-11-01", firm + one.substring(1), "{}")
                .body("reasons.code", hasItem("HEADCOUNT_BELOW_MIN"));
    }
}
