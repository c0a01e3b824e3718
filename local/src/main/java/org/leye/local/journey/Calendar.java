package org.leye.local.journey;

import java.time.LocalDate;

import org.leye.local.token.BusinessClock;

/** Moves business time for a journey that waits for a day. */
@FunctionalInterface
public interface Calendar {

    /** Answers when all services are at this day or later. Throws {@link StoryBroken} if they do not get there. */
    void moveTo(LocalDate day);

    /** The calendar of a journey that has the suite for itself. */
    static Calendar of(BusinessClock clock) {
        return day -> {
            var problems = clock.moveTo(day);
            if (!problems.isEmpty()) {
                throw new StoryBroken("business time did not move: " + problems);
            }
        };
    }
}
