package org.leye.jobmatch.matching;

import org.leye.platform.problem.ProblemType;

/** Refusals of recommendations. */
enum RecommendationProblem implements ProblemType {
    SEEKER_PROFILE_MISSING(409, "该人员尚未填写求职意向", "The person has not said what she seeks"),
    NO_RECOMMENDATION_RULE_IN_FORCE(422, "当日没有有效的推荐规则", "No rule of recommendation was in force on that day");

    private final Kind kind;

    RecommendationProblem(int status, String zh, String en) {
        kind = new Kind(status, zh, en);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
