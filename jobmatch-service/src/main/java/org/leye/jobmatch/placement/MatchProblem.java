package org.leye.jobmatch.placement;

import org.leye.platform.problem.ProblemType;

/** Refusals of matches. */
enum MatchProblem implements ProblemType {
    MATCH_NOT_FOUND(404, "没有此匹配", "There is no such match"),
    MATCH_ALREADY_ACTIVE(409, "该人员与该岗位已在匹配中", "The person and the posting are matched already"),
    MATCH_STATE_FORBIDS(409, "匹配当前状态不允许此操作", "The match's state forbids this"),
    CONTACT_CONSENT_MISSING(422, "该人员未同意被联系", "The person has not consented to be contacted"),
    DATE_IN_THE_FUTURE(422, "日期晚于今天", "The date lies in the future"),
    ENDS_BEFORE_START(422, "离岗日期早于上岗日期", "The work ends before it began");

    private final Kind kind;

    MatchProblem(int status, String zh, String en) {
        kind = new Kind(status, zh, en);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
