package org.leye.subsidy.decision;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.subsidy.evaluation.Wording;
import org.leye.subsidy.policy.Evaluation;
import org.leye.subsidy.policy.PolicyDocument;
import org.leye.subsidy.policy.Remedy;
import org.leye.subsidy.policy.Replay;
import org.leye.subsidy.rulebook.RuleTexts;

/** Tells decisions to callers, by the texts they rest on. */
@ApplicationScoped
class DecisionViews {

    private final RulesOfThen then;
    private final RuleTexts texts;
    private final DecisionJson json;

    DecisionViews(RulesOfThen then, RuleTexts texts, DecisionJson json) {
        this.then = then;
        this.texts = texts;
        this.json = json;
    }

    /** With what would have made it a yes. */
    StoredDecisionView whole(Decision decision, Locale language) {
        var answer = decision.evaluation(json);
        var remedies = then.evaluator(decision)
                .remedies(Objects.requireNonNull(decision.instrument()), Replay.question(decision.inputJson()), answer);
        return view(decision, answer, remedies, language);
    }

    StoredDecisionView inList(Decision decision, Locale language) {
        return view(decision, decision.evaluation(json), List.of(), language);
    }

    private StoredDecisionView view(Decision decision, Evaluation answer, List<Remedy> remedies, Locale language) {
        var wording = new Wording(id -> text(answer, id), language);
        return new StoredDecisionView(
                decision.id(),
                decision.reference(),
                decision.caseId(),
                decision.subject(),
                decision.division(),
                decision.keys(json),
                decision.decidedOn(),
                decision.decidedBy(),
                wording.of(
                        Objects.requireNonNull(decision.instrument()),
                        Objects.requireNonNull(decision.basisDate()),
                        answer,
                        remedies),
                decision.jws());
    }

    private Optional<PolicyDocument> text(Evaluation answer, String policyId) {
        return answer.versions().stream()
                .filter(version -> version.policyId().equals(policyId))
                .findFirst()
                .flatMap(version -> texts.policy(version.documentSha256()));
    }
}
