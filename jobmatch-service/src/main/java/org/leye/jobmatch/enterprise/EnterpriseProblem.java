package org.leye.jobmatch.enterprise;

import org.leye.platform.problem.ProblemType;

/** Refusals of enterprises. */
enum EnterpriseProblem implements ProblemType {
    ENTERPRISE_NOT_FOUND(404, "没有此企业", "There is no such enterprise"),
    ENTERPRISE_ALREADY_REGISTERED(409, "该企业已登记", "The enterprise is already registered");

    private final Kind kind;

    EnterpriseProblem(int status, String zh, String en) {
        kind = new Kind(status, zh, en);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
