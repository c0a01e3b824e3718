package org.leye.platform.outbox.operator;

import org.leye.platform.problem.ProblemType;

/** Refusals of operations on events that wait. */
enum EventProblem implements ProblemType {
    EVENT_NOT_FOUND(404, "没有此事件", "There is no such event"),
    EVENT_WAITS_FOR_EARLIER(409, "须先处理同一主键的前一事件", "An earlier event of the same key comes first"),
    EVENT_STATE_FORBIDS(409, "此事件的状态不允许该操作", "The event's state does not allow this");

    private final Kind kind;

    EventProblem(int status, String zh, String en) {
        kind = new Kind(status, zh, en);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
