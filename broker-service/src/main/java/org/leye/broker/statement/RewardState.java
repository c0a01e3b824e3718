package org.leye.broker.statement;

/** ACCRUED: opened, not decided; APPROVED: decided with an amount; REFUSED: decided without; PAID: the bank confirmed. */
enum RewardState {
    ACCRUED,
    APPROVED,
    REFUSED,
    PAID
}
