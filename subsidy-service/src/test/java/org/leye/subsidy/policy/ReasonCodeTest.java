package org.leye.subsidy.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class ReasonCodeTest {

    private static final String SPECIFIED = """
            OK, NO_POLICY_IN_FORCE, OUT_OF_WINDOW, APPLICATION_LATE, NOT_IN_SCOPE, ENTITY_EXCLUDED, SEVERE_DISCREDIT,
            ZOMBIE_ENTERPRISE, STATE_OWNED_EXCLUDED, CONTRIBUTION_MONTHS_LT_MIN, CONTRIBUTION_GAP, LAYOFF_RATE_EXCEEDED,
            NO_BASE_YEAR_COUNT, DISPATCH_AGREEMENT_MISSING, ALREADY_GRANTED, IDENTITY_ALREADY_USED, OVERLAP_WITH,
            VOLUNTARY_UNEMPLOYMENT, NOT_REGISTERED_UNEMPLOYED, NOT_IN_CATEGORY, AGE_OUT_OF_RANGE, HUKOU_NOT_ELIGIBLE,
            MONTH_NOT_COVERED, MAX_MONTHS_REACHED, MAX_YEARS_REACHED, MAX_TIMES_REACHED, CAP_APPLIED, PARTIAL_MONTHS,
            TAX_BELOW_MIN, NOT_FIRST_BUSINESS, REGISTERED_TOO_LONG, HEADCOUNT_BELOW_MIN, RATE_ABOVE_CEILING,
            LOAN_NOT_REPAID_ON_TIME, WAGE_BELOW_MIN, INSURANCE_MISSING, CONTRACT_TOO_SHORT, LEVEL_NOT_COVERED,
            HIGHER_LEVEL_ALREADY_PAID, CERTIFICATE_INVALID, ATTENDANCE_BELOW_MIN, STABILITY_NOT_REACHED, NOT_NEW_TO_CITY,
            DUPLICATE_REFERRAL, SELF_REFERRAL, OBJECTION_UPHELD, DATA_MISMATCH, DOCUMENT_MISSING
            """;

    @Test
    void holdsTheCodesOfTheSpecificationAndNoOther() {
        var specified = Arrays.stream(SPECIFIED.strip().split(",\\s+")).toList();
        assertEquals(specified, Stream.of(ReasonCode.values()).map(Enum::name).toList());
    }

    @Test
    void saysEachInTwoLanguagesInWordsOfItsOwn() {
        var zh = Stream.of(ReasonCode.values()).map(code -> code.text().zh()).toList();
        var en = Stream.of(ReasonCode.values()).map(code -> code.text().en()).toList();
        assertEquals(zh.size(), zh.stream().distinct().count());
        assertEquals(en.size(), en.stream().distinct().count());
        for (var texts : List.of(zh, en)) {
            texts.forEach(text -> assertFalse(text.isBlank()));
        }
        assertTrue(zh.stream().allMatch(text -> text.codePoints().anyMatch(Character::isIdeographic)));
    }
}
