package org.leye.bench;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;

/** How long many like things took, in microseconds. */
final class Times {

    private static final double MICROS_PER_MILLI = 1_000.0;

    private final long[] sorted;

    private Times(long[] sorted) {
        this.sorted = sorted;
    }

    static Times ofMicros(LongStream micros) {
        var sorted = micros.toArray();
        if (sorted.length == 0) {
            throw new IllegalStateException("nothing was measured");
        }
        Arrays.sort(sorted);
        return new Times(sorted);
    }

    int count() {
        return sorted.length;
    }

    /** The smallest time that at least this share (0 to 100) of all does not exceed, in milliseconds. */
    double percentile(double share) {
        int rank = (int) Math.ceil(share / 100 * sorted.length);
        return sorted[Math.max(rank, 1) - 1] / MICROS_PER_MILLI;
    }

    double max() {
        return percentile(100);
    }

    /** The middle one of several runs; of an even number the upper of the two in the middle. */
    static <T> double median(List<T> runs, ToDoubleFunction<T> figure) {
        return runs.stream()
                .map(figure::applyAsDouble)
                .sorted(Comparator.naturalOrder())
                .toList()
                .get(runs.size() / 2);
    }
}
