package org.leye.subsidy.casework;

import org.leye.platform.problem.ProblemType;

/** Refusals about cases. */
public enum CaseProblem implements ProblemType {
    CASE_NOT_FOUND(404, "没有此案件", "There is no such case"),
    CASE_STATE_FORBIDS(409, "案件当前状态不允许此操作", "The case's state forbids this"),
    CHECKER_MAY_NOT_REVIEW(409, "受理人、审核人不得复核", "Who accepted or checked a case may not review it"),
    HANDLER_MAY_NOT_SIGN(409, "经办、审核或复核人不得签署付款", "Who handled a case may not sign its payment"),
    ACCOUNT_NOT_CORRECTED(409, "收款账户自退回后未更正", "The account is still the one from which the bank returned the money"),
    OWN_CASE(403, "不得经办本人案件", "Nobody handles a case of her own");

    private final Kind kind;

    CaseProblem(int status, String zh, String en) {
        kind = new Kind(status, zh, en);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
