package org.leye.contracts.broker;

/** How long a referred worker has been insured. */
public enum Milestone {
    INSURED_1,
    INSURED_3
}
