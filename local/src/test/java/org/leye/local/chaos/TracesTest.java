package org.leye.local.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

class TracesTest {

    private static final List<String> UNDISTURBED = List.of("case PAID", "payment PAID", "topic a: opened, paid");

    @Test
    void journeysThatWentAlikeDifferInNothing() {
        assertEquals(List.of(), Traces.differences(UNDISTURBED, UNDISTURBED));
    }

    @Test
    void aLostEffectIsMissingAndADoubledOneIsExtra() {
        assertEquals(
                List.of("missing: payment PAID"),
                Traces.differences(UNDISTURBED, List.of("case PAID", "topic a: opened, paid")));
        assertEquals(
                List.of("extra: payment PAID"),
                Traces.differences(
                        UNDISTURBED, List.of("case PAID", "payment PAID", "payment PAID", "topic a: opened, paid")));
    }

    @Test
    void anotherOrderOfEventsIsADifference() {
        assertEquals(
                List.of("missing: topic a: opened, paid", "extra: topic a: paid, opened"),
                Traces.differences(UNDISTURBED, List.of("case PAID", "payment PAID", "topic a: paid, opened")));
    }
}
