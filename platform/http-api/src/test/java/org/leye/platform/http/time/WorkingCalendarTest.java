package org.leye.platform.http.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;

import org.leye.platform.problem.ProblemException;

import org.junit.jupiter.api.Test;

class WorkingCalendarTest {

    private final WorkingCalendar calendar = new WorkingCalendar();

    @Test
    void aNoticeOverTheNationalHolidayCountsMakeUpWorkdays() {
        assertEquals(LocalDate.of(2022, 10, 10), calendar.after(LocalDate.of(2022, 9, 28), 5));
    }

    @Test
    void theDayOfPublicationIsDayZero() {
        assertEquals(LocalDate.of(2024, 3, 11), calendar.after(LocalDate.of(2024, 3, 8), 1));
    }

    @Test
    void aYearWithoutANoticeIsNoGuess() {
        var missing = assertThrows(ProblemException.class, () -> calendar.after(LocalDate.of(2026, 12, 31), 1));
        assertEquals(CalendarProblem.CALENDAR_MISSING, missing.type());
    }
}
