package org.leye.platform.http.time;

import org.leye.platform.problem.ProblemType;

/** Refusals of the working calendar. */
public enum CalendarProblem implements ProblemType {
    CALENDAR_MISSING(422, "缺少该年度工作日历", "There is no working calendar for that year");

    private final Kind kind;

    CalendarProblem(int status, String zh, String en) {
        kind = new Kind(status, zh, en);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
