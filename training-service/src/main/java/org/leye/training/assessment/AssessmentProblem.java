package org.leye.training.assessment;

import org.leye.platform.problem.ProblemType;

/** Refusals of assessment bodies and results. */
public enum AssessmentProblem implements ProblemType {
    BODY_NOT_FOUND(404, "没有此评价机构", "There is no such assessment body"),
    BODY_ALREADY_FILED(409, "该机构或备案序号已备案", "The body or its serial is already filed"),
    BODY_NOT_ACTIVE(409, "评价机构不在有效状态", "The assessment body is not active"),
    LEVEL_OUT_OF_BODY_SCOPE(422, "超出机构备案的职业或等级", "The body may not assess this occupation at this level"),
    REVIEW_MISSING(422, "该等级须有综合评审成绩", "This level needs a comprehensive review"),
    REVIEW_NOT_EXPECTED(422, "该等级不设综合评审", "This level has no comprehensive review"),
    ASSESSED_IN_THE_FUTURE(422, "考核日期晚于今天", "The assessment lies in the future"),
    NAME_DIFFERS(422, "姓名与该号码已登记的姓名不符", "The number is known under another name"),
    NO_RULE_IN_FORCE(422, "当日没有有效的评价规则", "No assessment rule was in force on that day"),
    RESULT_ALREADY_RECORDED(409, "该成绩已登记", "This result is already recorded"),
    ASSESSMENT_NOT_FOUND(404, "没有此考核记录", "There is no such assessment"),
    ASSESSMENT_NOT_PASSED(409, "考核未通过", "The assessment was not passed"),
    ASSESSMENT_ALREADY_CERTIFIED(409, "已为该考核发证", "A certificate was already issued for this assessment"),
    RESULT_IN_NOTICE(409, "成绩公示期未满", "The result is still in public notice");

    private final Kind kind;

    AssessmentProblem(int status, String zh, String en) {
        kind = new Kind(status, zh, en);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
