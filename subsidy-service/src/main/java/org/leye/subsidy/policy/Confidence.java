package org.leye.subsidy.policy;

/**
 * How sure we are of the text behind a version. {@link #UNVERIFIED} and {@link #PROPOSED} pay only after the fund's owner
 * accepted the version on record.
 */
public enum Confidence {
    VERIFIED,
    INFERRED,
    UNVERIFIED,
    PROPOSED
}
