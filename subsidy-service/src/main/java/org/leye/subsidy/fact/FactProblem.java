package org.leye.subsidy.fact;

import org.leye.platform.problem.ProblemType;

/** Refusals about facts. */
enum FactProblem implements ProblemType {
    FACT_LEARNED_BY_EVENT(422, "此类事实由其他服务告知，不得导入", "Facts of this kind are told by another service, not imported"),
    FACT_SPAN_EMPTY(422, "截止日期早于起始日期", "The last day is before the first");

    private final Kind kind;

    FactProblem(int status, String zh, String en) {
        kind = new Kind(status, zh, en);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
