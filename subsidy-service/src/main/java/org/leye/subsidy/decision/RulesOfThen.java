package org.leye.subsidy.decision;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.subsidy.policy.Evaluator;
import org.leye.subsidy.policy.PolicyEngine;
import org.leye.subsidy.policy.Replay;
import org.leye.subsidy.rulebook.RuleTexts;

/** The rules by which a decision was made: its own texts and table rows, whatever the book says today. */
@ApplicationScoped
class RulesOfThen {

    private final RuleTexts texts;
    private final PolicyEngine engine;
    private final DecisionJson json;

    RulesOfThen(RuleTexts texts, PolicyEngine engine, DecisionJson json) {
        this.texts = texts;
        this.engine = engine;
        this.json = json;
    }

    /** A text that this house does not have is left out: then no policy was in force. */
    Evaluator evaluator(Decision decision) {
        var versions = decision.versions(json).stream()
                .flatMap(version ->
                        texts.policy(version.documentSha256()).map(text -> text.until(version.lastDay())).stream())
                .toList();
        return new Replay(engine).evaluator(versions, decision.inputJson());
    }
}
