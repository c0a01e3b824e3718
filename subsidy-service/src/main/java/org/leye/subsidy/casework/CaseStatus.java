package org.leye.subsidy.casework;

/** Where a case stands (domain.md D.1, the part that runs today). */
public enum CaseStatus {
    CANDIDATE,
    SUBMITTED,
    DECLINED,
    IN_CHECK,
    RECOMMENDED,
    REFUSED_DRAFT,
    APPROVED,
    REFUSED,
    IN_NOTICE,
    PAYABLE,
    IN_PAYMENT,
    RETURNED_BY_BANK,
    PAID
}
