package org.leye.subsidy.shadow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.leye.platform.problem.ProblemException;
import org.leye.subsidy.decision.Decision;
import org.leye.subsidy.decision.DecisionJson;
import org.leye.subsidy.decision.Decisions;
import org.leye.subsidy.policy.PolicyDocument;
import org.leye.subsidy.policy.PolicyEngine;
import org.leye.subsidy.policy.ReferenceTables;
import org.leye.subsidy.policy.Replay;
import org.leye.subsidy.rulebook.RuleTexts;
import org.leye.subsidy.rulebook.Rulebook;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import org.jboss.logging.Logger;

/** Takes runs on, page by page, each in a transaction of its own: whoever dies leaves the page to the next. */
@ApplicationScoped
class ShadowWorker {

    private static final Logger LOG = Logger.getLogger(ShadowWorker.class);
    private static final int PAGE = 200;

    private final ShadowRuns runs;
    private final Decisions decisions;
    private final RuleTexts texts;
    private final Rulebook rulebook;
    private final PolicyEngine engine;
    private final DecisionJson json;
    private final TallyJson tallies;

    private volatile boolean stopping;

    ShadowWorker(
            ShadowRuns runs,
            Decisions decisions,
            RuleTexts texts,
            Rulebook rulebook,
            PolicyEngine engine,
            DecisionJson json,
            TallyJson tallies) {
        this.runs = runs;
        this.decisions = decisions;
        this.texts = texts;
        this.rulebook = rulebook;
        this.engine = engine;
        this.json = json;
        this.tallies = tallies;
    }

    @Scheduled(every = "2s", delayed = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void work() {
        boolean more = true;
        while (more && !stopping) {
            more = QuarkusTransaction.requiringNew().call(this::step);
        }
    }

    void stop(@Observes ShutdownEvent ending) {
        stopping = true;
    }

    /** Whether there was anything to do. */
    private boolean step() {
        var next = runs.next();
        next.ifPresent(this::stepOrFail);
        return next.isPresent();
    }

    /** A run that fails stands in the way of no other. */
    private void stepOrFail(ShadowRun run) {
        try {
            step(run);
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "The shadow run %s fails", run.id());
            run.fail();
        }
    }

    private void step(ShadowRun run) {
        var draft = texts.policy(run.textHash()).orElseThrow();
        var page = decisions.between(draft.instrument(), run.firstDay(), run.lastDay(), run.behind(), PAGE);
        var counting = new Counting(tallies.read(run.tally()));
        var tables = rulebook.current().tables();
        page.forEach(decision -> attempt(decision, draft, tables, counting));
        if (!page.isEmpty()) {
            run.step(page.getLast().id(), tallies.write(counting.tally()));
        }
        if (page.size() < PAGE) {
            run.finish();
        }
    }

    private void attempt(Decision decision, PolicyDocument draft, ReferenceTables tables, Counting counting) {
        try {
            var after =
                    engine.evaluate(draft, Replay.question(decision.inputJson()).of(draft.terms()), tables);
            counting.answered(decision.id(), decision.division(), decision.evaluation(json), after);
        } catch (ProblemException refusal) {
            counting.unanswerable(refusal);
        }
    }
}
