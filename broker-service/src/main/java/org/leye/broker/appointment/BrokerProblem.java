package org.leye.broker.appointment;

import org.leye.platform.problem.ProblemType;

/** Refusals of brokers. */
public enum BrokerProblem implements ProblemType {
    BROKER_NOT_FOUND(404, "没有此经纪人", "There is no such broker"),
    BROKER_ALREADY_NOMINATED(409, "此人已被提名或在聘", "This person is already nominated or appointed"),
    BROKER_WAS_DISMISSED(409, "此人因收费或虚假推荐被解聘，不得再次提名", "Dismissed for fees or false referrals, and barred from then on"),
    BROKER_STATE_FORBIDS(409, "经纪人当前状态不允许此操作", "The broker's state forbids this"),
    APPOINTMENT_TERM(422, "聘期须已开始且未届满", "The term must have begun and not be over"),
    DIVISION_OUTSIDE_CITY(422, "服务区划不在本市", "The place that looks after the broker lies outside the city"),
    NAME_DIFFERS(422, "姓名与该号码已登记的姓名不符", "The number is known under another name"),
    NO_TERM_IN_FORCE(422, "当日没有有效的聘期规则", "No usual term was in force on that day");

    private final Kind kind;

    BrokerProblem(int status, String zh, String en) {
        kind = new Kind(status, zh, en);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
