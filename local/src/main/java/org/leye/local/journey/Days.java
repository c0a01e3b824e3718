package org.leye.local.journey;

import java.time.LocalDate;

/** Business time as the story sees and moves it. */
final class Days {

    private final Calendar calendar;
    private final Conversation api;
    private final Cast cast;

    Days(Calendar calendar, Conversation api, Cast cast) {
        this.calendar = calendar;
        this.api = api;
        this.cast = cast;
    }

    LocalDate today() {
        return LocalDate.parse(
                api.get(cast.county, "/subsidy/v1/business-clock").path("date").asText());
    }

    /** To the day after this one, in all services. */
    void moveBehind(String lastDay) {
        calendar.moveTo(LocalDate.parse(lastDay).plusDays(1));
    }
}
