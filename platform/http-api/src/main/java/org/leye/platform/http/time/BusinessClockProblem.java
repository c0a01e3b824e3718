package org.leye.platform.http.time;

import org.leye.platform.problem.ProblemType;

/** Refusals of the business clock. */
enum BusinessClockProblem implements ProblemType {
    CLOCK_FOLLOWS_CALENDAR(409, "正式环境的业务日期随日历推进", "Outside a sandbox business time follows the calendar"),
    CLOCK_NEVER_GOES_BACK(409, "业务日期不可倒退", "Business time never goes back");

    private final Kind kind;

    BusinessClockProblem(int status, String zh, String en) {
        kind = new Kind(status, zh, en);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
