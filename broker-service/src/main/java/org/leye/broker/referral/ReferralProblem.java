package org.leye.broker.referral;

import org.leye.platform.problem.ProblemType;

/** Refusals of referrals. */
enum ReferralProblem implements ProblemType {
    REFERRAL_NOT_FOUND(404, "没有此推荐", "There is no such referral"),
    NOT_THE_CANDIDATE(403, "只有被推荐人本人可以操作", "Only the person who is referred may do this"),
    BROKER_NOT_APPOINTED(409, "经纪人当日聘书无效或被暂停", "The broker's appointment is not in force on this day"),
    REFERRAL_STATE_FORBIDS(409, "推荐当前状态不允许此操作", "The referral's state forbids this"),
    REFERRAL_WINDOW_OVER(409, "推荐已过有效期", "The referral's window is over"),
    NOT_A_BROKER(422, "本人不是经纪人", "The caller is not a broker"),
    SELF_REFERRAL(422, "不得推荐本人", "Nobody refers herself"),
    REFERRER_NOT_INSURED_THERE(422, "推荐人未在该企业参保就业", "The referrer is not an insured worker of that enterprise"),
    NO_REFERRAL_RULE_IN_FORCE(422, "当日没有有效的推荐规则", "No referral rule was in force on that day");

    private final Kind kind;

    ReferralProblem(int status, String zh, String en) {
        kind = new Kind(status, zh, en);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
