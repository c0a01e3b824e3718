package org.leye.subsidy.fund;

import org.leye.platform.problem.ProblemType;

/** Refusals about funds and what they take on. */
enum FundProblem implements ProblemType {
    POLICY_NOT_FOUND(404, "没有此政策版本", "There is no such policy version"),
    POLICY_ALREADY_ACCEPTED(409, "该版本已被资金主管方接受", "The fund's owner took this version on before");

    private final Kind kind;

    FundProblem(int status, String zh, String en) {
        kind = new Kind(status, zh, en);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
