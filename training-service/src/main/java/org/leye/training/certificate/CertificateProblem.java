package org.leye.training.certificate;

import org.leye.platform.problem.ProblemType;

/** Refusals of certificates. */
enum CertificateProblem implements ProblemType {
    CERTIFICATE_NOT_FOUND(404, "没有此证书", "There is no such certificate"),
    CERTIFICATE_STATE_FORBIDS(409, "证书当前状态不允许此操作", "The certificate's state forbids this"),
    SAME_PERSON_MAY_NOT_CONFIRM(409, "提出疑问者不得自行确认", "Who raised the doubt may not confirm it");

    private final Kind kind;

    CertificateProblem(int status, String zh, String en) {
        kind = new Kind(status, zh, en);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
