package org.leye.platform.http.time;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Working days by the State Council's yearly notices: holidays off, make-up weekends worked. Holds the years that the notices in
 * working-calendar.csv cover; throws CALENDAR_MISSING beyond them, never a guess. Source: State Council notices 2004 to 2026.
 */
@ApplicationScoped
public class WorkingCalendar {

    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private final Map<LocalDate, Boolean> workedByNotice = new HashMap<>();
    private final int firstYear;
    private final int lastYear;

    WorkingCalendar() {
        try (var file = Objects.requireNonNull(WorkingCalendar.class.getResourceAsStream("/working-calendar.csv"))) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .forEach(line -> {
                        var columns = line.split(",");
                        workedByNotice.put(LocalDate.parse(columns[0]), columns[1].equals("workday"));
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var years =
                workedByNotice.keySet().stream().mapToInt(LocalDate::getYear).summaryStatistics();
        firstYear = years.getMin();
        lastYear = years.getMax();
    }

    public boolean isWorkingDay(LocalDate date) {
        if (date.getYear() < firstYear || date.getYear() > lastYear) {
            throw CalendarProblem.CALENDAR_MISSING.because(
                    "%d 年的工作日历尚未公布", "there is no working calendar of %d yet", date.getYear());
        }
        return workedByNotice.getOrDefault(date, !WEEKEND.contains(date.getDayOfWeek()));
    }

    /** The last of so many working days that begin on the day after {@code start}, which is day 0. */
    public LocalDate after(LocalDate start, int workingDays) {
        var date = start;
        for (int counted = 0; counted < workingDays; ) {
            date = date.plusDays(1);
            if (isWorkingDay(date)) {
                counted++;
            }
        }
        return date;
    }
}
