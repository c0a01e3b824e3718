package org.leye.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

class TimesTest {

    @Test
    void aPercentileIsATimeThatWasMeasured() {
        // Given a hundred times from 1 to 100 ms in any order
        var times = Times.ofMicros(LongStream.rangeClosed(1, 100).map(i -> (i * 37 % 101) * 1_000));

        // When
        var told = List.of(times.percentile(50), times.percentile(99), times.max());

        // Then
        assertEquals(List.of(50.0, 99.0, 100.0), told);
    }

    @Test
    void oneSlowOfAHundredIsTheSlowestAndNotTheP99() {
        var times = Times.ofMicros(LongStream.concat(
                LongStream.of(9_000_000), LongStream.generate(() -> 2_000).limit(99)));

        assertEquals(2.0, times.percentile(99));
        assertEquals(9_000.0, times.max());
    }

    @Test
    void aSingleTimeIsEveryPercentile() {
        var times = Times.ofMicros(LongStream.of(1_500));

        assertEquals(1.5, times.percentile(1));
        assertEquals(1.5, times.percentile(99));
    }

    @Test
    void nothingMeasuredIsNoFigure() {
        assertThrows(IllegalStateException.class, () -> Times.ofMicros(LongStream.empty()));
    }

    @Test
    void theMedianIsTakenFigureByFigureAndFailuresAddUp() {
        var median = Load.median(List.of(new Load(300, 5, 90, 1), new Load(1_000, 1, 20, 0), new Load(500, 2, 10, 2)));

        assertEquals(new Load(500, 2, 20, 3), median);
    }
}
