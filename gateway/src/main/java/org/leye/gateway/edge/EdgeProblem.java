package org.leye.gateway.edge;

import org.leye.platform.problem.ProblemType;

/** Refusals that only a gateway has reason for; the others are in {@link org.leye.platform.problem.RequestProblem}. */
public enum EdgeProblem implements ProblemType {
    REQUEST_STALLED(408, "请求体传输中断", "The body of the request stopped arriving");

    private final Kind kind;

    EdgeProblem(int status, String zh, String en) {
        kind = new Kind(status, zh, en);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
