package org.leye.subsidy.grant;

import org.leye.platform.problem.ProblemType;

/** Refusals about grants. */
enum GrantProblem implements ProblemType {
    GRANT_NOT_FOUND(404, "没有此发放记录", "There is no such grant"),
    GRANT_DIFFERS(409, "同一来源记录已登记，内容不同", "This record of that system is known, and says something else"),
    GRANT_REVOKED(409, "发放记录已撤销", "The grant is revoked already"),
    GRANT_SOURCE_RESERVED(422, "本系统的决定不得导入", "Decisions of this service are not imported"),
    GRANT_INSTRUMENT_UNKNOWN(422, "没有此政策工具", "There is no such instrument"),
    GRANT_KEY_MISSING(422, "缺少区分该政策工具案件的要素", "What tells cases of this instrument apart is missing"),
    GRANT_SUM_DIFFERS(422, "明细合计与金额不符", "The lines do not add up to the amount");

    private final Kind kind;

    GrantProblem(int status, String zh, String en) {
        kind = new Kind(status, zh, en);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
