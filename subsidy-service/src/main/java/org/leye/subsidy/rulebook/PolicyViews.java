package org.leye.subsidy.rulebook;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.http.time.BusinessClock;

/** Tells versions to callers. */
@ApplicationScoped
class PolicyViews {

    private final Rulebook rulebook;
    private final PolicyAcceptances acceptances;
    private final BusinessClock clock;

    PolicyViews(Rulebook rulebook, PolicyAcceptances acceptances, BusinessClock clock) {
        this.rulebook = rulebook;
        this.acceptances = acceptances;
        this.clock = clock;
    }

    PolicyView of(PolicyVersion version) {
        var policy = rulebook.document(version);
        var terms = policy.terms();
        return new PolicyView(
                policy.id(),
                policy.instrument(),
                version.standing(clock.today()),
                terms.level(),
                terms.title().zh(),
                terms.title().en(),
                terms.docNo(),
                terms.source(),
                terms.confidence(),
                terms.effectiveFrom(),
                terms.effectiveTo(),
                terms.fund(),
                terms.noticeWorkingDays(),
                policy.sha256(),
                acceptances.mayPay(policy),
                acceptances.of(policy).map(PolicyAcceptance::acceptedOn).orElse(null));
    }
}
