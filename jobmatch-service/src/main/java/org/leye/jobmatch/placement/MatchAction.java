package org.leye.jobmatch.placement;

import java.util.List;
import java.util.Locale;

import org.leye.platform.identity.Actor;
import org.leye.platform.identity.Roles;

/** What the two parties may do with a match: where it leads, whose it is to do, and what must be said. */
enum MatchAction {
    INTERVIEW(MatchStatus.INTERVIEW, Roles.EMPLOYER),
    OFFER(MatchStatus.OFFERED, Roles.EMPLOYER),
    ACCEPTANCE(MatchStatus.ACCEPTED, Roles.CITIZEN),
    DECLINE(MatchStatus.DECLINED, Roles.CITIZEN),
    WITHDRAWAL(MatchStatus.WITHDRAWN, Roles.CITIZEN),
    REJECTION(MatchStatus.REJECTED, Roles.EMPLOYER),
    START(MatchStatus.STARTED, Roles.EMPLOYER, "startDate", "contractKind"),
    ENDING(MatchStatus.ENDED, Roles.EMPLOYER, "endDate", "reason");

    private final MatchStatus target;
    private final String role;
    private final List<String> requiredFields;

    MatchAction(MatchStatus target, String role, String... requiredFields) {
        this.target = target;
        this.role = role;
        this.requiredFields = List.of(requiredFields);
    }

    MatchStatus target() {
        return target;
    }

    List<String> requiredFields() {
        return requiredFields;
    }

    /** The last step of its path. */
    String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the match is this actor's to do it with: her own, or his enterprise's. An officer's scope does not count. */
    boolean isOf(Actor actor, Match match) {
        return actor.is(role)
                && (role.equals(Roles.CITIZEN)
                        ? actor.person() != null && actor.person().value().equals(match.personKey())
                        : actor.uscc() != null && actor.uscc().value().equals(match.uscc()));
    }
}
