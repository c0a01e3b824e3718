package org.leye.broker.referral;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.leye.platform.http.command.AllowedAction;
import org.leye.platform.identity.Actor;
import org.leye.platform.identity.Roles;

/** What may be done with a referral: in which states, by whom, and what it needs. */
enum ReferralAction {
    AGREEMENT(Set.of(ReferralStatus.VALID), List.of()) {
        @Override
        boolean isOpenTo(Actor caller, Referral referral) {
            return referral.isCandidate(caller);
        }
    },
    REJECTION(Set.of(ReferralStatus.VALID, ReferralStatus.CANDIDATE_AGREED), List.of("reason")) {
        @Override
        boolean isOpenTo(Actor caller, Referral referral) {
            return referral.isCandidate(caller) || caller.is(Roles.COUNTY);
        }
    };

    private final Set<ReferralStatus> from;
    private final List<String> requiredFields;

    ReferralAction(Set<ReferralStatus> from, List<String> requiredFields) {
        this.from = from;
        this.requiredFields = requiredFields;
    }

    /** Whether this caller may ever do it with this referral, whatever its state. */
    abstract boolean isOpenTo(Actor caller, Referral referral);

    Set<ReferralStatus> from() {
        return from;
    }

    static List<AllowedAction> allowed(Referral referral, Actor caller) {
        return Arrays.stream(values())
                .filter(action -> action.from.contains(referral.status()))
                .filter(action -> action.isOpenTo(caller, referral))
                .map(action -> AllowedAction.post(
                        action.name(),
                        "/referrals/" + referral.id() + "/" + action.name().toLowerCase(Locale.ROOT),
                        action.requiredFields))
                .toList();
    }
}
