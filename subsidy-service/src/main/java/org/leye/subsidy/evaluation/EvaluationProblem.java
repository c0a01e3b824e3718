package org.leye.subsidy.evaluation;

import org.leye.platform.problem.ProblemType;

/** Refusals of questions. A refusal of money is no problem: it is an answer. */
enum EvaluationProblem implements ProblemType {
    INSTRUMENT_NOT_FOUND(404, "没有此政策工具", "There is no such instrument");

    private final Kind kind;

    EvaluationProblem(int status, String zh, String en) {
        kind = new Kind(status, zh, en);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
