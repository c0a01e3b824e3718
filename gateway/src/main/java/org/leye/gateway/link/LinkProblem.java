package org.leye.gateway.link;

import org.leye.platform.problem.ProblemType;

/** Refusals of the link operation. None says more about a person than the proof did. */
public enum LinkProblem implements ProblemType {
    PERSON_LINKED_ELSEWHERE(409, "该人员已关联其他账号", "Another account is linked to this person"),
    ALREADY_LINKED(409, "本账号已关联其他人员", "This account is linked to another person"),
    PROOF_NOT_TRUSTED(422, "身份证明的签名不可信", "The proof is not signed by the verifier of identities"),
    PROOF_EXPIRED(422, "身份证明已过期或有效期过长", "The proof has expired, or is good for longer than ten minutes"),
    PROOF_FOR_ANOTHER_PURPOSE(422, "身份证明用于其他用途", "The proof was made for another purpose"),
    PROOF_FOR_ANOTHER_ACCOUNT(422, "身份证明属于其他账号", "The proof was made for another account"),
    PROOF_INCOMPLETE(422, "身份证明缺少必要内容", "The proof lacks something, or its identity number is not valid"),
    NAME_DIFFERS(422, "姓名与登记信息不符", "The name is not the one the person is registered under"),
    TOO_MANY_TRIES(429, "尝试次数过多", "Too many tries"),
    LINK_NOT_CONFIGURED(501, "未配置身份核验服务", "This deployment has no verifier of identities");

    private final Kind kind;

    LinkProblem(int status, String zh, String en) {
        kind = new Kind(status, zh, en);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
