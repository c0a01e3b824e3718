package org.leye.subsidy.evaluation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.subsidy.policy.Evaluation;
import org.leye.subsidy.policy.PolicyCatalogue;
import org.leye.subsidy.policy.PolicyDocument;
import org.leye.subsidy.policy.PolicyEngine;
import org.leye.subsidy.policy.PolicyTerms;
import org.leye.subsidy.policy.ReasonCode;
import org.leye.subsidy.policy.Remedy;
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
        var catalogue = rules.catalogue();
        var evaluator = rules.evaluator(engine);
        if (catalogue.documents().stream()
                .noneMatch(policy -> policy.instrument().equals(request.instrument()))) {
            throw EvaluationProblem.INSTRUMENT_NOT_FOUND.problem();
        }
        var question = request.question();
        var answer = evaluator.evaluate(request.instrument(), question);
        return view(catalogue, request, answer, evaluator.remedies(question, answer), language);
    }

    private static EvaluationView view(
            PolicyCatalogue catalogue,
            EvaluationRequest request,
            Evaluation answer,
            List<Remedy> remedies,
            Locale language) {
        var policy = Optional.ofNullable(answer.policyId()).flatMap(catalogue::byId);
        return new EvaluationView(
                request.instrument(),
                request.on(),
                answer.outcome(),
                answer.amountFen(),
                answer.lines().stream().map(line -> line(line, language)).toList(),
                reasons(answer.reasons(), language),
                reasons(answer.flags(), language),
                answer.predicates().stream()
                        .map(predicate -> condition(catalogue, predicate, answer, remedies, language))
                        .toList(),
                policy.map(found -> EvaluationView.VersionView.of(found.terms(), found.sha256(), language))
                        .orElse(null),
                answer.confidence(),
                answer.inputSha256(),
                answer.engineVersion());
    }

    private static EvaluationView.LineView line(Evaluation.Line line, Locale language) {
        return new EvaluationView.LineView(
                line.label(), line.amountFen(), EvaluationView.ReasonView.of(line.reason(), language));
    }

    private static List<EvaluationView.ReasonView> reasons(List<ReasonCode> codes, Locale language) {
        return codes.stream()
                .map(code -> EvaluationView.ReasonView.of(code, language))
                .toList();
    }

    private static EvaluationView.ConditionView condition(
            PolicyCatalogue catalogue,
            Evaluation.Predicate predicate,
            Evaluation answer,
            List<Remedy> remedies,
            Locale language) {
        var told = Optional.ofNullable(predicate.policyId() == null ? answer.policyId() : predicate.policyId())
                .flatMap(catalogue::byId)
                .map(PolicyDocument::terms)
                .flatMap(terms -> told(terms, predicate.name()));
        return new EvaluationView.ConditionView(
                predicate.name(),
                told.map(condition -> condition.text().in(language)).orElse(null),
                told.map(PolicyTerms.Condition::clause).orElse(null),
                predicate.value(),
                predicate.threshold(),
                predicate.pass(),
                EvaluationView.ReasonView.of(predicate.reason(), language),
                predicate.policyId(),
                EvaluationView.of(remedies, predicate.name()));
    }

    private static Optional<PolicyTerms.Condition> told(PolicyTerms terms, String name) {
        return terms.conditions().stream()
                .filter(condition -> condition.name().equals(name))
                .findFirst();
    }
}
