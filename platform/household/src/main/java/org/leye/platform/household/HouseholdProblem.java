package org.leye.platform.household;

import org.leye.platform.problem.ProblemType;

/** The refusal of a step in one's own household. */
public enum HouseholdProblem implements ProblemType {
    OWN_HOUSEHOLD(403, "不得办理本人或家庭成员的事项", "Nobody decides about herself or her household");

    private final Kind kind;

    HouseholdProblem(int status, String zh, String en) {
        kind = new Kind(status, zh, en);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
