package org.leye.subsidy.shadow;

import org.leye.platform.problem.ProblemType;

/** Refusals about shadow runs. */
enum ShadowProblem implements ProblemType {
    SHADOW_RUN_NOT_FOUND(404, "没有此模拟运行", "There is no such shadow run"),
    SHADOW_RUN_ENDED(409, "该模拟运行已结束", "The shadow run has ended"),
    PERIOD_BACKWARDS(422, "结束日期早于开始日期", "The last day lies before the first");

    private final Kind kind;

    ShadowProblem(int status, String zh, String en) {
        kind = new Kind(status, zh, en);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
