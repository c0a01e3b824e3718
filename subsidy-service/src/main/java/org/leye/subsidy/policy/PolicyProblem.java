package org.leye.subsidy.policy;

import org.leye.platform.problem.ProblemType;

/** Why a policy could not be evaluated. A refusal of money is no problem: it is an {@link Evaluation}. */
public enum PolicyProblem implements ProblemType {
    FACTS_INVALID(400, "事实不完整或不符合政策要求", "The facts are not those the policy asks for"),
    POLICY_CONFLICT(409, "同一层级有两个同时有效的政策版本", "Two versions of one level are in force on the same date"),
    DOCUMENT_INVALID(422, "政策文档无效", "The policy document is not valid"),
    MODEL_REFUSED(422, "政策模型含有不允许的内容", "The policy model holds something that is not allowed"),
    MODEL_FAILED(422, "政策模型未给出可用结果", "The policy model gave no usable answer");

    private final Kind kind;

    PolicyProblem(int status, String zh, String en) {
        kind = new Kind(status, zh, en);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
