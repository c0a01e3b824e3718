package org.leye.subsidy.grant;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.audit.AuditTrail;
import org.leye.platform.household.Household;
import org.leye.platform.http.time.BusinessClock;
import org.leye.platform.identity.Actor;

/** What an officer does with grants. */
@ApplicationScoped
class GrantService {

    private final Grants grants;
    private final Household household;
    private final BusinessClock clock;
    private final AuditTrail audit;

    GrantService(Grants grants, Household household, BusinessClock clock, AuditTrail audit) {
        this.grants = grants;
        this.household = household;
        this.clock = clock;
        this.audit = audit;
    }

    /** Throws GRANT_NOT_FOUND, OUT_OF_SCOPE, OWN_HOUSEHOLD, GRANT_REVOKED. */
    Granted revoke(String id, String reason, Actor by) {
        by.scope().requireCounty();
        var granted = grants.lock(id);
        household.refuse(by, granted.subject());
        if (granted.revokedOn() != null) {
            throw GrantProblem.GRANT_REVOKED.problem();
        }
        granted.revoke(clock.today());
        audit.record(by, "grant.revoke", id, reason, granted.subject());
        return granted;
    }
}
