package org.leye.subsidy.decision;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.audit.AuditTrail;
import org.leye.platform.household.Household;
import org.leye.platform.http.command.Turns;
import org.leye.platform.http.time.BusinessClock;
import org.leye.platform.identity.Actor;
import org.leye.subsidy.policy.PolicyEngine;
import org.leye.subsidy.rulebook.Rulebook;
import org.leye.subsidy.subject.Subjects;

/** Decides and stores what officers and other systems ask for. */
@ApplicationScoped
class DecisionService {

    private final Rulebook rulebook;
    private final PolicyEngine engine;
    private final Deciding deciding;
    private final Decisions decisions;
    private final DecisionBook book;
    private final Household household;
    private final Turns turns;
    private final BusinessClock clock;
    private final AuditTrail audit;

    DecisionService(
            Rulebook rulebook,
            PolicyEngine engine,
            Deciding deciding,
            Decisions decisions,
            DecisionBook book,
            Household household,
            Turns turns,
            BusinessClock clock,
            AuditTrail audit) {
        this.rulebook = rulebook;
        this.engine = engine;
        this.deciding = deciding;
        this.decisions = decisions;
        this.book = book;
        this.household = household;
        this.turns = turns;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * The decision under the request's reference: a new one, or the one that stands.
     *
     * <p>Throws OUT_OF_SCOPE, OWN_HOUSEHOLD, DECISION_EXISTS, INSTRUMENT_NOT_FOUND, HISTORY_IS_OURS, FACTS_INVALID, POLICY_CONFLICT.
     */
    Decision decide(DecideRequest request, Actor by) {
        requireMayDecide(request, by);
        turns.take(Subjects.TURN, request.subject());
        turns.take(Deciding.REFERENCE, request.name());
        var before = decisions.byReference(request.instrument(), request.reference());
        if (before.isPresent()) {
            return same(before.get(), request);
        }
        var rules = rulebook.current();
        var prepared = deciding.prepare(rules, request);
        var answer = rules.evaluator(engine).evaluate(request.instrument(), prepared.question());
        var decision = book.signed(prepared.about(), answer, by.subject(), clock.today());
        book.store(decision, prepared.about(), prepared.question(), answer);
        audit.record(by, "decision.decide", request.subject(), request.reference(), decision.id());
        return decision;
    }

    /** Where a firm belongs this service does not know, and takes nobody's word for it. */
    private void requireMayDecide(DecideRequest request, Actor by) {
        if (request.isAboutPerson()) {
            by.scope().require(deciding.division(request), null, null);
        } else {
            by.scope().requireCounty();
        }
        household.refuse(by, request.subject());
    }

    private Decision same(Decision before, DecideRequest request) {
        if (!deciding.asked(request).equals(before.askedHash())) {
            throw DecisionProblem.DECISION_EXISTS.problem();
        }
        return before;
    }
}
