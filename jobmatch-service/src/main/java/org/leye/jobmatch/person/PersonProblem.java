package org.leye.jobmatch.person;

import org.leye.platform.problem.ProblemType;

/** Refusals of persons. */
public enum PersonProblem implements ProblemType {
    PERSON_NOT_FOUND(404, "没有此人员记录", "There is no such person"),
    PERSON_ALREADY_REGISTERED(409, "该人员已登记", "The person is already registered"),
    TAG_ALREADY_HELD(409, "该人员在此期间已有此标签", "The person already holds this tag in the period"),
    NAME_DIFFERS(422, "姓名与登记信息不符", "The name is not the one the person is registered under"),
    NOT_OF_WORKING_AGE(422, "不在劳动年龄内", "The person is not of working age"),
    NO_AGE_LIMIT_IN_FORCE(422, "当日没有有效的年龄规则", "No age limit was in force on that day");

    private final Kind kind;

    PersonProblem(int status, String zh, String en) {
        kind = new Kind(status, zh, en);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
