package org.leye.subsidy.policy;

/**
 * What a fact or parameter may be. INTEGER also carries money (fen). DECIMAL is written as a string ({@code "0.55"}), never
 * as a JSON number with a fraction. A MONTH ({@code 2022-07}) reaches the model as the first day of the month.
 */
public enum FactType {
    TEXT,
    INTEGER,
    DECIMAL,
    BOOLEAN,
    DATE,
    MONTH,
    TEXT_LIST,
    RECORD,
    RECORD_LIST
}
