package org.leye.jobmatch.relation;

import org.leye.platform.problem.ProblemType;

/** Refusals of declared relations. */
enum RelationProblem implements ProblemType {
    RELATION_NOT_FOUND(404, "没有此亲属关系申报", "There is no such relation"),
    RELATION_ALREADY_DECLARED(409, "该亲属关系已申报", "The relation is already declared"),
    RELATION_ALREADY_ENDED(409, "该亲属关系已终止", "The relation has already ended"),
    RELATION_TO_ONESELF(422, "不得申报本人", "Nobody is her own relative");

    private final Kind kind;

    RelationProblem(int status, String zh, String en) {
        kind = new Kind(status, zh, en);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
