package org.leye.subsidy.rulebook;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.audit.AuditTrail;
import org.leye.platform.http.time.BusinessClock;
import org.leye.platform.identity.Actor;

/** What the owner of a fund does with a policy. */
@ApplicationScoped
class AcceptanceService {

    private final PolicyVersions versions;
    private final Rulebook rulebook;
    private final PolicyAcceptances acceptances;
    private final BusinessClock clock;
    private final AuditTrail audit;

    AcceptanceService(
            PolicyVersions versions,
            Rulebook rulebook,
            PolicyAcceptances acceptances,
            BusinessClock clock,
            AuditTrail audit) {
        this.versions = versions;
        this.rulebook = rulebook;
        this.acceptances = acceptances;
        this.clock = clock;
        this.audit = audit;
    }

    /** Throws OUT_OF_SCOPE, POLICY_NOT_FOUND, POLICY_ALREADY_ACCEPTED. */
    PolicyVersion accept(String id, AcceptPolicy request, Actor by) {
        by.scope().requireCounty();
        var version = versions.get(id);
        var policy = rulebook.document(version);
        if (acceptances.of(policy).isPresent()) {
            throw RulebookProblem.POLICY_ALREADY_ACCEPTED.problem();
        }
        acceptances.persist(new PolicyAcceptance(
                id, policy.sha256(), policy.terms().fund(), by.subject(), clock.today(), request.reason()));
        audit.record(by, "policy.accept", id, request.reason(), policy.sha256());
        return version;
    }
}
