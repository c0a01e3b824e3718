package org.leye.jobmatch.unemployment;

import org.leye.platform.problem.ProblemType;

/** Refusals of unemployment registrations. */
enum UnemploymentProblem implements ProblemType {
    REGISTRATION_NOT_FOUND(404, "没有此失业登记", "There is no such unemployment registration"),
    ALREADY_REGISTERED_UNEMPLOYED(409, "该人员已在失业登记中", "The person is registered as unemployed already"),
    PERSON_AT_WORK(409, "该人员已上岗", "The person is at work"),
    REGISTRATION_ALREADY_ENDED(409, "失业登记已终止", "The unemployment registration has ended"),
    DECLARED_IN_THE_FUTURE(422, "申报日期晚于今天", "The declaration lies in the future");

    private final Kind kind;

    UnemploymentProblem(int status, String zh, String en) {
        kind = new Kind(status, zh, en);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
