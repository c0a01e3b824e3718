package org.leye.subsidy.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetirementTest {

    private static final LocalDate REFORMED = LocalDate.of(2025, 1, 1);

    private static Optional<Map<String, Object>> retirement(Map<String, Object> facts, LocalDate on) {
        return Retirement.of(facts, on, new TableReader(PolicyFixture.TABLES, List.of()));
    }

    private static YearMonth month(Map<String, Object> facts, LocalDate on, String which) {
        return YearMonth.from((LocalDate) retirement(facts, on).orElseThrow().get(which));
    }

    @ParameterizedTest
    @CsvSource({
        "1964-12, MALE,      2024-12, 2024-12",
        "1965-01, MALE,      2025-01, 2025-02",
        "1965-08, MALE,      2025-08, 2025-10",
        "1966-11, MALE,      2026-11, 2027-05",
        "1976-09, MALE,      2036-09, 2039-09",
        "1970-05, FEMALE_55, 2025-05, 2025-07",
        "1975-01, FEMALE_50, 2025-01, 2025-02",
        "1975-03, FEMALE_50, 2025-03, 2025-05",
        "1979-03, FEMALE_50, 2029-03, 2031-05",
        "1984-11, FEMALE_50, 2034-11, 2039-11"
    })
    void retiresByTheTable(YearMonth born, String kind, YearMonth original, YearMonth retires) {
        Map<String, Object> facts = Map.of("birthDate", born.atDay(28), "retirementKind", kind);
        assertEquals(original, month(facts, REFORMED, "original"));
        assertEquals(retires, month(facts, REFORMED, "month"));
    }

    @Test
    void theDayBeforeTheReformTheOldLawHolds() {
        Map<String, Object> facts = Map.of("birthDate", LocalDate.of(1966, 11, 5), "retirementKind", "MALE");
        assertEquals(YearMonth.of(2026, 11), month(facts, REFORMED.minusDays(1), "month"));
    }

    @Test
    void aRightGrantedBeforeTheReformIsJudgedByTheLawOfItsDay() {
        Map<String, Object> facts = Map.of(
                "birthDate", LocalDate.of(1966, 11, 5),
                "retirementKind", "MALE",
                "firstApprovedOn", LocalDate.of(2024, 3, 15));
        assertEquals(YearMonth.of(2026, 11), month(facts, REFORMED, "atFirstApproval"));
        assertEquals(YearMonth.of(2027, 5), month(facts, REFORMED, "month"));
    }

    @Test
    void nothingIsGuessed() {
        assertEquals(Optional.empty(), retirement(Map.of("birthDate", LocalDate.of(1966, 11, 5)), REFORMED));
        assertEquals(
                Optional.empty(),
                retirement(Map.of("birthDate", LocalDate.of(1966, 11, 5), "retirementKind", "OTHER"), REFORMED));
    }
}
