package org.leye.jobmatch.placement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.YearMonth;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class StabilityTest {

    @Test
    void aRunCountsWhereItBecomesLongEnough() {
        assertEquals(Optional.of(YearMonth.of(2024, 5)), reached(3, "2024-03", "2024-04", "2024-05", "2024-06"));
        assertEquals(Optional.of(YearMonth.of(2025, 1)), reached(3, "2024-11", "2024-12", "2025-01"));
    }

    @Test
    void aMissingMonthBeginsTheRunAnew() {
        assertEquals(Optional.empty(), reached(3, "2024-03", "2024-04", "2024-06", "2024-07"));
        assertEquals(
                Optional.of(YearMonth.of(2024, 8)), reached(3, "2024-03", "2024-04", "2024-06", "2024-07", "2024-08"));
        assertEquals(Optional.empty(), reached(3));
    }

    private static Optional<YearMonth> reached(int length, String... months) {
        return Stability.reached(Stream.of(months).map(YearMonth::parse).toList(), length);
    }
}
