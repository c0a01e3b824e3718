package org.leye.local.chaos;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.leye.local.journey.Calendar;
import org.leye.local.journey.StoryBroken;
import org.leye.local.process.Pause;
import org.leye.local.token.BusinessClock;

/**
 * Business time of journeys side by side. It moves when every one of them waits for a later day, to the latest day of those:
 * none finds itself in another month in the middle of its work.
 */
final class CommonCalendar implements Calendar {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final BusinessClock clock;
    private final Duration limit;
    private final Phaser journeys;
    private final AtomicInteger walking;
    private final AtomicReference<LocalDate> latest = new AtomicReference<>(LocalDate.MIN);
    private volatile String trouble = "";

    /** For this many journeys; services in trouble get the date again and again for as long as {@code limit}. */
    CommonCalendar(BusinessClock clock, Duration limit, int count) {
        this.clock = clock;
        this.limit = limit;
        this.walking = new AtomicInteger(count);
        this.journeys = new Phaser(count) {
            @Override
            protected boolean onAdvance(int phase, int left) {
                return moveClock() || left == 0;
            }
        };
    }

    /** How many journeys do not wait for a day at this moment. */
    int walking() {
        return walking.get();
    }

    @Override
    public void moveTo(LocalDate day) {
        latest.accumulateAndGet(day, (one, other) -> one.isAfter(other) ? one : other);
        walking.decrementAndGet();
        try {
            if (journeys.arriveAndAwaitAdvance() < 0) {
                throw new StoryBroken("business time did not move: " + trouble);
            }
        } finally {
            walking.incrementAndGet();
        }
    }

    /** A journey has ended, well or not: the others do not wait for it. */
    void leave() {
        walking.decrementAndGet();
        journeys.arriveAndDeregister();
    }

    /** Whether it failed. */
    private boolean moveClock() {
        var day = latest.getAndSet(LocalDate.MIN);
        if (day.equals(LocalDate.MIN)) {
            return false;
        }
        var deadline = Instant.now().plus(limit);
        var problems = move(day);
        while (!problems.isEmpty() && Instant.now().isBefore(deadline)) {
            Pause.of(PAUSE);
            problems = move(day);
        }
        trouble = String.join("; ", problems);
        return !problems.isEmpty();
    }

    private List<String> move(LocalDate day) {
        try {
            return clock.moveTo(day);
        } catch (CancellationException stopping) {
            throw stopping;
        } catch (RuntimeException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }
}
