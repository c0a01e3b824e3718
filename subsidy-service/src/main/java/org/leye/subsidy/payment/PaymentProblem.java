package org.leye.subsidy.payment;

import org.leye.platform.problem.ProblemType;

/** Refusals about payments. */
enum PaymentProblem implements ProblemType {
    BATCH_NOT_FOUND(404, "没有此付款批次", "There is no such payment batch"),
    NOTHING_PAYABLE(422, "没有可付款的案件", "No case is ready to be paid"),
    BATCH_STATE_FORBIDS(409, "批次当前状态不允许此操作", "The batch's state forbids this"),
    CONTROL_TOTAL_WRONG(422, "笔数或合计与批次不符", "Number or sum is not that of the batch"),
    ALREADY_SIGNED(409, "同一人不得签署两次", "One person signs once"),
    UNKNOWN_PAYMENT(422, "结果中有不属于该批次的付款", "A line names a payment that is not in this batch"),
    PAYMENT_ALREADY_SETTLED(409, "付款结果已登记", "The bank's answer for a payment is already recorded");

    private final Kind kind;

    PaymentProblem(int status, String zh, String en) {
        kind = new Kind(status, zh, en);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
