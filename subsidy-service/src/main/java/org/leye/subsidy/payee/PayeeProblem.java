package org.leye.subsidy.payee;

import org.leye.platform.problem.ProblemType;

/** Refusals about accounts. */
enum PayeeProblem implements ProblemType {
    PAYEE_NOT_FOUND(404, "没有此收款账户", "There is no such account"),
    OWNER_AMBIGUOUS(400, "须填写人员标识或信用代码之一", "Name either a person or an enterprise"),
    PAYEE_ALREADY_VERIFIED(409, "账户已核验", "The account is already verified"),
    SAME_PERSON_MAY_NOT_VERIFY(409, "录入人不得自行核验", "Who entered the account may not verify it");

    private final Kind kind;

    PayeeProblem(int status, String zh, String en) {
        kind = new Kind(status, zh, en);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
