package org.leye.subsidy.rulebook;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.http.time.BusinessClock;

import org.jspecify.annotations.Nullable;

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
        return of(List.of(version)).getFirst();
    }

    List<PolicyView> of(List<PolicyVersion> versions) {
        var accepted = acceptances.of(
                versions.stream().map(PolicyVersion::documentHash).toList());
        return versions.stream()
                .map(version -> view(version, accepted.get(version.documentHash())))
                .toList();
    }

    private PolicyView view(PolicyVersion version, @Nullable PolicyAcceptance acceptance) {
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
                acceptance != null
                        || PolicyAcceptances.SURE.contains(terms.confidence().name()),
                acceptance == null ? null : acceptance.acceptedOn());
    }
}
