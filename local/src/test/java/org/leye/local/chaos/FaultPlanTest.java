package org.leye.local.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.EnumSet;
import java.util.stream.Collectors;

import org.leye.local.Part;

import org.junit.jupiter.api.Test;

class FaultPlanTest {

    private static final Duration AN_HOUR = Duration.ofHours(1);

    @Test
    void aSeedGivesTheSamePlanAndAnotherSeedAnother() {
        assertEquals(FaultPlan.of(7, 30, AN_HOUR), FaultPlan.of(7, 30, AN_HOUR));
        assertNotEquals(
                FaultPlan.of(7, 30, AN_HOUR).faults(),
                FaultPlan.of(8, 30, AN_HOUR).faults());
    }

    @Test
    void killsAsManyAsAskedAndEveryPartInTheFirstTurn() {
        for (long seed = 0; seed < 50; seed++) {
            var plan = FaultPlan.of(seed, 100, AN_HOUR);
            assertEquals(100, plan.faults().stream().filter(Fault::kills).count());
            assertEquals(
                    EnumSet.allOf(Part.class),
                    plan.faults().stream().limit(12).map(Fault::part).collect(Collectors.toSet()));
        }
    }

    @Test
    void kafkaIsAwayForLongOnlyOnce() {
        var faults = FaultPlan.of(7, 100, AN_HOUR).faults();
        assertEquals(
                1, faults.stream().filter(fault -> fault.away().equals(AN_HOUR)).count());
        assertTrue(faults.stream()
                .filter(fault -> !fault.away().equals(AN_HOUR))
                .allMatch(fault -> fault.away().compareTo(Duration.ofSeconds(10)) <= 0));
    }
}
