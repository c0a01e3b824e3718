package org.leye.subsidy.rulebook;

/** Where a version of a policy stands on a day. */
public enum PolicyStanding {
    DRAFT,
    /** Published; its first day lies ahead. */
    SCHEDULED,
    IN_FORCE,
    ENDED,
    WITHDRAWN
}
