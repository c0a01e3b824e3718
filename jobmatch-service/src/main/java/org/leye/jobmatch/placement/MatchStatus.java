package org.leye.jobmatch.placement;

import java.util.EnumSet;
import java.util.Set;

/** The states of a match, and from STARTED on of a placement. Source: domain.md D.5. */
public enum MatchStatus {
    INTENT,
    INTERVIEW,
    OFFERED,
    ACCEPTED,
    STARTED,
    CONFIRMED,
    STABLE_3,
    STABLE_6,
    DECLINED,
    WITHDRAWN,
    REJECTED,
    ENDED;

    /** Somebody works there. */
    static final Set<MatchStatus> AT_WORK = EnumSet.of(STARTED, CONFIRMED, STABLE_3, STABLE_6);

    /** Nothing follows. */
    static final Set<MatchStatus> FINAL = EnumSet.of(DECLINED, WITHDRAWN, REJECTED, ENDED);

    /** What may follow this state. A withdrawal after the acceptance is ours: else nobody could undo one. */
    Set<MatchStatus> successors() {
        return switch (this) {
            case INTENT -> EnumSet.of(INTERVIEW, WITHDRAWN, REJECTED);
            case INTERVIEW -> EnumSet.of(OFFERED, WITHDRAWN, REJECTED);
            case OFFERED -> EnumSet.of(ACCEPTED, DECLINED);
            case ACCEPTED -> EnumSet.of(STARTED, WITHDRAWN);
            case STARTED -> EnumSet.of(CONFIRMED, ENDED);
            case CONFIRMED -> EnumSet.of(STABLE_3, ENDED);
            case STABLE_3 -> EnumSet.of(STABLE_6, ENDED);
            case STABLE_6 -> EnumSet.of(ENDED);
            case DECLINED, WITHDRAWN, REJECTED, ENDED -> EnumSet.noneOf(MatchStatus.class);
        };
    }
}
