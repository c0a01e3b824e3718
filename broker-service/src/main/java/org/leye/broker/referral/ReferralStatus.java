package org.leye.broker.referral;

import java.util.Set;

/**
 * Where a referral stands. A claim is judged in the transaction that makes it, so that nobody sees a state before VALID or
 * DUPLICATE. An expired one that was agreed to comes back if a start within its window becomes known later: starts are
 * sometimes known only from insurance data, weeks after. Source: domain.md D.8.
 */
public enum ReferralStatus {
    VALID,
    DUPLICATE,
    REJECTED,
    EXPIRED,
    CANDIDATE_AGREED,
    STARTED,
    INSURED_1,
    INSURED_3;

    /** Those that never kept, or no longer keep, another claim away. */
    static final Set<ReferralStatus> WITHOUT_CLAIM = Set.of(DUPLICATE, REJECTED);

    /** Those that end when the window does. */
    static final Set<ReferralStatus> WAITING = Set.of(VALID, CANDIDATE_AGREED);

    Set<ReferralStatus> successors() {
        return switch (this) {
            case VALID -> Set.of(CANDIDATE_AGREED, REJECTED, EXPIRED);
            case CANDIDATE_AGREED -> Set.of(STARTED, REJECTED, EXPIRED);
            case EXPIRED -> Set.of(STARTED);
            case STARTED -> Set.of(INSURED_1, INSURED_3);
            case INSURED_1 -> Set.of(INSURED_3);
            case DUPLICATE, REJECTED, INSURED_3 -> Set.of();
        };
    }
}
