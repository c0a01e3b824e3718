package org.leye.subsidy.fund;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.audit.AuditTrail;
import org.leye.platform.http.time.BusinessClock;
import org.leye.platform.identity.Actor;
import org.leye.subsidy.policy.PolicyCatalogue;
import org.leye.subsidy.policy.PolicyDocument;

/** What the owner of a fund does with a policy. */
@ApplicationScoped
class PolicyService {

    private final PolicyCatalogue catalogue;
    private final PolicyAcceptances acceptances;
    private final BusinessClock clock;
    private final AuditTrail audit;

    PolicyService(PolicyCatalogue catalogue, PolicyAcceptances acceptances, BusinessClock clock, AuditTrail audit) {
        this.catalogue = catalogue;
        this.acceptances = acceptances;
        this.clock = clock;
        this.audit = audit;
    }

    /** Throws OUT_OF_SCOPE, POLICY_NOT_FOUND, POLICY_ALREADY_ACCEPTED. */
    PolicyDocument accept(String id, AcceptPolicy request, Actor by) {
        by.scope().requireCounty();
        var policy = catalogue.byId(id).orElseThrow(FundProblem.POLICY_NOT_FOUND::problem);
        if (acceptances.of(policy).isPresent()) {
            throw FundProblem.POLICY_ALREADY_ACCEPTED.problem();
        }
        acceptances.persist(new PolicyAcceptance(
                id, policy.sha256(), policy.terms().fund(), by.subject(), clock.today(), request.reason()));
        audit.record(by, "policy.accept", id, request.reason(), policy.sha256());
        return policy;
    }
}
