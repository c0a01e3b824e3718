package org.leye.subsidy.rulebook;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.audit.AuditTrail;
import org.leye.platform.http.time.BusinessClock;
import org.leye.platform.identity.Actor;

/** What the owner of a fund does with a policy. */
@ApplicationScoped
class AcceptanceService {

    private final Rulebook rulebook;
    private final PolicyAcceptances acceptances;
    private final BusinessClock clock;
    private final AuditTrail audit;

    AcceptanceService(Rulebook rulebook, PolicyAcceptances acceptances, BusinessClock clock, AuditTrail audit) {
        this.rulebook = rulebook;
        this.acceptances = acceptances;
        this.clock = clock;
        this.audit = audit;
    }

    /** Throws OUT_OF_SCOPE, POLICY_ALREADY_ACCEPTED. */
    PolicyVersion accept(PolicyVersion version, AcceptPolicy request, Actor by) {
        by.scope().requireCounty();
        var policy = rulebook.document(version);
        if (acceptances.findByIdOptional(policy.sha256()).isPresent()) {
            throw RulebookProblem.POLICY_ALREADY_ACCEPTED.problem();
        }
        acceptances.persist(new PolicyAcceptance(
                version.id(), policy.sha256(), policy.terms().fund(), by.subject(), clock.today(), request.reason()));
        audit.record(by, "policy.accept", version.id(), request.reason(), policy.sha256());
        return version;
    }
}
