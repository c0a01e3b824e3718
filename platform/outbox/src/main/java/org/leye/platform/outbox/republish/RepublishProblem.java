package org.leye.platform.outbox.republish;

import org.leye.platform.problem.ProblemType;

/** Refusals of republications. */
public enum RepublishProblem implements ProblemType {
    REPUBLICATION_NOT_FOUND(404, "没有此重新发布任务", "There is no such republication"),
    REPUBLICATION_RUNNING(409, "已有重新发布任务正在进行", "Another republication is still running");

    private final Kind kind;

    RepublishProblem(int status, String zh, String en) {
        kind = new Kind(status, zh, en);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
