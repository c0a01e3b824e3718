package org.leye.subsidy.subject;

import org.leye.platform.problem.ProblemType;

/** Refusals about who is meant. */
public enum SubjectProblem implements ProblemType {
    SUBJECT_AMBIGUOUS(400, "须填写公民身份号码、人员标识、信用代码三者之一", "Name one: an identity number, a person key or a credit code");

    private final Kind kind;

    SubjectProblem(int status, String zh, String en) {
        kind = new Kind(status, zh, en);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
