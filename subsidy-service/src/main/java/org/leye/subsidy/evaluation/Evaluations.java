package org.leye.subsidy.evaluation;

import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.subsidy.policy.PolicyEngine;
import org.leye.subsidy.rulebook.Rulebook;
import org.leye.subsidy.rulebook.Rules;

/** Asks instruments, and words the answer. */
@ApplicationScoped
class Evaluations {

    private final Rulebook rulebook;
    private final PolicyEngine engine;

    Evaluations(Rulebook rulebook, PolicyEngine engine) {
        this.rulebook = rulebook;
        this.engine = engine;
    }

    /** The rules as they stand now, for one question or a file of them. */
    Rules rules() {
        return rulebook.current();
    }

    /** Throws INSTRUMENT_NOT_FOUND, FACTS_INVALID, POLICY_CONFLICT. */
    EvaluationView evaluate(Rules rules, EvaluationRequest request, Locale language) {
        rules.requireInstrument(request.instrument());
        var evaluator = rules.evaluator(engine);
        var question = request.question();
        var answer = evaluator.evaluate(request.instrument(), question);
        return new Wording(rules.catalogue()::byId, language)
                .of(
                        request.instrument(),
                        request.on(),
                        answer,
                        evaluator.remedies(request.instrument(), question, answer));
    }
}
