package org.leye.local.journey;

import java.time.LocalDate;

import org.leye.local.token.BusinessClock;

/** Business time as the story sees and moves it. */
final class Days {

    private final BusinessClock clock;
    private final Conversation api;
    private final Cast cast;

    Days(BusinessClock clock, Conversation api, Cast cast) {
        this.clock = clock;
        this.api = api;
        this.cast = cast;
    }

    LocalDate today() {
        return LocalDate.parse(
                api.get(cast.county, "/subsidy/v1/business-clock").path("date").asText());
    }

    /** To the day after this one, in all services. */
    void moveBehind(String lastDay) {
        var problems = clock.moveTo(LocalDate.parse(lastDay).plusDays(1));
        if (!problems.isEmpty()) {
            throw new StoryBroken("business time did not move: " + problems);
        }
    }
}
