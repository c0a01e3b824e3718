package org.leye.jobmatch.posting;

import org.leye.platform.problem.ProblemType;

/** Refusals of postings. */
public enum PostingProblem implements ProblemType {
    POSTING_NOT_FOUND(404, "没有此招聘岗位", "There is no such posting"),
    POSTING_STATE_FORBIDS(409, "岗位当前状态不允许此操作", "The posting's state forbids this"),
    POSTING_NOT_OPEN(409, "岗位未在招聘中", "The posting is not open"),
    OPENINGS_TAKEN(409, "岗位已招满", "The openings of the posting are taken"),
    NO_POSTING_RULE_IN_FORCE(422, "当日没有有效的岗位规则或最低工资标准", "No posting rule or minimum wage was in force on that day");

    private final Kind kind;

    PostingProblem(int status, String zh, String en) {
        kind = new Kind(status, zh, en);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
