package org.leye.subsidy.decision;

import org.leye.platform.problem.ProblemType;

/** Refusals about decisions. A refusal of money is no problem: it is a decision. */
enum DecisionProblem implements ProblemType {
    DECISION_NOT_FOUND(404, "没有此决定", "There is no such decision"),
    DECISION_EXISTS(409, "该编号已有另一决定", "Another decision stands under this reference"),
    HISTORY_IS_OURS(400, "这些历史事实由本系统提供", "These facts of history are told by this service, not by the caller");

    private final Kind kind;

    DecisionProblem(int status, String zh, String en) {
        kind = new Kind(status, zh, en);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
