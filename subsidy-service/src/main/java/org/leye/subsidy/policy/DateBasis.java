package org.leye.subsidy.policy;

/** Which date of a case picks the version of its policy. Source: domain.md B.0. */
public enum DateBasis {
    DECISION_YEAR,
    DECISION_DATE,
    WINDOW_DAY,
    CLAIM_ACCEPTANCE_DATE,
    SUBSIDISED_MONTH,
    CONTRACT_DATE,
    APPLICATION_DATE,
    CERTIFICATE_ISSUE_DATE,
    CONFIRMATION_DATE
}
