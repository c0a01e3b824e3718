package org.leye.subsidy.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.leye.subsidy.policy.PolicyFixture.BROKER_REWARD;

import java.math.BigDecimal;
import java.util.List;

import org.leye.platform.problem.ProblemException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyDocumentTest {

    @Test
    void givesParametersAsTheModelCalculatesWithThem() {
        assertEquals(new BigDecimal("15000"), BROKER_REWARD.parameters().get("brokerFirstFen"));
        assertEquals(List.of("DISPATCH"), BROKER_REWARD.parameters().get("excludedPlacementKinds"));
    }

    @Test
    void hasAnotherHashAsSoonAsOneNumberDiffers() {
        var same = PolicyFixture.brokerReward(json -> json);
        var other = PolicyFixture.brokerReward(json -> json.replace("5000000", "5000001"));
        assertEquals(BROKER_REWARD.sha256(), same.sha256());
        assertNotEquals(BROKER_REWARD.sha256(), other.sha256());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "level":"COUNTY"                | "level":"VILLAGE"
                    "level":"COUNTY",               | ''
                    "id":"P-B17-2023"               | "id":"B17"
                    "fund":"EMPLOYMENT_FUND"        | "fund":"the fund"
                    "effectiveTo":null              | "effectiveTo":"2020-12-31"
                    "effectiveFrom":"2021-01-01"    | "effectiveFrom":"2021-13-01"
                    "noticeWorkingDays":5           | "noticeWorkingDays":-1
                    "noticeWorkingDays":5           | "noticeWorkingDays":null
                    "fund":"EMPLOYMENT_FUND"         | "fund":"EMPLOYMENT_FUND","unitsFact":"workerTags"
                    "fund":"EMPLOYMENT_FUND"         | "fund":"EMPLOYMENT_FUND","surprise":1
                    "fund":"EMPLOYMENT_FUND"         | "fund":"EMPLOYMENT_FUND","fund":"EMPLOYMENT_FUND"
                    "name":"brokerSecondFen"        | "name":"brokerFirstFen"
                    "times":10                      | "times":0
                    """)
    void refusesTermsThatAreNotWhole(String right, String wrong) {
        assertEquals(true, BROKER_REWARD.json().contains(right));
        var refusal = assertThrows(
                ProblemException.class, () -> PolicyFixture.brokerReward(json -> json.replace(right, wrong)));
        assertEquals(PolicyProblem.DOCUMENT_INVALID, refusal.type());
    }

    @Test
    void refusesAParameterOfTheWrongType() {
        assertThrows(
                ProblemException.class,
                () -> PolicyFixture.brokerReward(json -> json.replace("\"value\":5000000", "\"value\":5000000.0")));
    }
}
