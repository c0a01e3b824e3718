package org.leye.bench;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.LongPredicate;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/**
 * Tasks done in turn, again and again, by threads that do nothing else.
 *
 * @param perSecond of all threads together
 * @param processorMicros of one task; it does not count what other programs took from the machine
 */
record Repetition(double perSecond, double processorMicros) {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double NANOS_PER_MICRO = 1e3;

    /** Sum of all that was answered: what nobody reads need not be calculated. */
    private static volatile long answers;

    private record Share(long count, long nanos, long processorNanos) {}

    static Repetition lasting(Duration span, List<LongSupplier> tasks, int threads) {
        long end = System.nanoTime() + span.toNanos();
        LongPredicate goesOn = done -> System.nanoTime() < end;
        try (var workers = Executors.newFixedThreadPool(threads)) {
            var shares = workers
                    .invokeAll(IntStream.range(0, threads)
                            .<Callable<Share>>mapToObj(thread -> () -> share(goesOn, tasks, thread))
                            .toList())
                    .stream()
                    .map(future -> future.resultNow())
                    .toList();
            double perSecond = shares.stream()
                    .mapToDouble(share -> share.count() * NANOS_PER_SECOND / share.nanos())
                    .sum();
            double processor = shares.stream().mapToLong(Share::processorNanos).sum() / NANOS_PER_MICRO;
            return new Repetition(
                    perSecond,
                    processor / shares.stream().mapToLong(Share::count).sum());
        } catch (InterruptedException enough) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", enough);
        }
    }

    static void counting(int times, List<LongSupplier> tasks) {
        share(done -> done < times, tasks, 0);
    }

    private static Share share(LongPredicate goesOn, List<LongSupplier> tasks, int first) {
        var threads = ManagementFactory.getThreadMXBean();
        long begun = System.nanoTime();
        long processorBegun = threads.getCurrentThreadCpuTime();
        long sum = answers;
        long count = 0;
        while (goesOn.test(count)) {
            sum += tasks.get((int) ((first + count) % tasks.size())).getAsLong();
            count++;
        }
        answers = sum;
        return new Share(count, System.nanoTime() - begun, threads.getCurrentThreadCpuTime() - processorBegun);
    }
}
