package org.leye.subsidy.rulebook;

import org.leye.platform.problem.ProblemType;

/** Refusals about the book of rules. */
public enum RulebookProblem implements ProblemType {
    INSTRUMENT_NOT_FOUND(404, "没有此政策工具", "There is no such instrument"),
    POLICY_NOT_FOUND(404, "没有此政策版本", "There is no such policy version"),
    POLICY_ALREADY_ACCEPTED(409, "该版本已被资金主管方接受", "The fund's owner took this version on before"),
    POLICY_ID_TAKEN(409, "该编号已用于另一文本", "This id already stands for another text"),
    POLICY_NOT_A_DRAFT(409, "只有草案可以修改和发布", "Only a draft can be changed and published"),
    POLICY_WITHDRAWN(409, "该版本已撤回", "The version was withdrawn before"),
    POLICY_IN_FORCE(409, "该版本已生效，请给出最后一天", "The version is in force: say its last day"),
    POLICY_OVERLAPS(409, "同一层级已有同时有效的版本", "Another version of the same level is in force on some of its days"),
    AUTHOR_MAY_NOT_PUBLISH(403, "起草人不得发布", "Who wrote a rule may not publish it"),
    LAST_DAY_IMPOSSIBLE(
            422, "最后一天须不早于今天，且在有效期内", "The last day must not lie behind us, and lie within the days in force"),
    FILE_NAMES_ANOTHER_POLICY(422, "文件属于另一政策版本", "The file is of another policy version"),
    NOT_PUBLISHABLE(422, "未通过发布检查", "The text does not pass the checks before publication"),
    TABLE_NOT_FOUND(404, "没有此参数表", "There is no such dated table");

    private final Kind kind;

    RulebookProblem(int status, String zh, String en) {
        kind = new Kind(status, zh, en);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
