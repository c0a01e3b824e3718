package org.leye.subsidy.shadow;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.audit.AuditTrail;
import org.leye.platform.http.time.BusinessClock;
import org.leye.platform.identity.Actor;
import org.leye.subsidy.decision.Decisions;
import org.leye.subsidy.policy.PolicyEngine;
import org.leye.subsidy.rulebook.Rulebook;

/** Puts drafts on trial. */
@ApplicationScoped
class ShadowService {

    private final ShadowRuns runs;
    private final Decisions decisions;
    private final Rulebook rulebook;
    private final PolicyEngine engine;
    private final TallyJson json;
    private final BusinessClock clock;
    private final AuditTrail audit;

    ShadowService(
            ShadowRuns runs,
            Decisions decisions,
            Rulebook rulebook,
            PolicyEngine engine,
            TallyJson json,
            BusinessClock clock,
            AuditTrail audit) {
        this.runs = runs;
        this.decisions = decisions;
        this.rulebook = rulebook;
        this.engine = engine;
        this.json = json;
        this.clock = clock;
        this.audit = audit;
    }

    /** Throws OUT_OF_SCOPE, POLICY_NOT_FOUND, PERIOD_BACKWARDS, MODEL_REFUSED, DOCUMENT_INVALID. */
    ShadowRun start(String policy, StartShadowRun request, Actor by) {
        by.scope().requireCounty();
        if (request.to().isBefore(request.from())) {
            throw ShadowProblem.PERIOD_BACKWARDS.problem();
        }
        var draft = rulebook.written(policy);
        engine.check(draft);
        var inAll = decisions.countBetween(draft.instrument(), request.from(), request.to());
        var run = new ShadowRun(draft, request, inAll, by, clock.today(), json);
        runs.persist(run);
        audit.record(by, "shadow-run.start", run.id(), policy, draft.sha256());
        return run;
    }

    /** Throws OUT_OF_SCOPE, SHADOW_RUN_ENDED. */
    ShadowRun cancel(ShadowRun run, Actor by) {
        by.scope().requireCounty();
        run.cancel();
        audit.record(by, "shadow-run.cancel", run.id(), null, run.tally());
        return run;
    }
}
