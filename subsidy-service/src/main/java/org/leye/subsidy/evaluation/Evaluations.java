package org.leye.subsidy.evaluation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.subsidy.policy.Evaluation;
import org.leye.subsidy.policy.Evaluator;
import org.leye.subsidy.policy.PolicyCatalogue;
import org.leye.subsidy.policy.PolicyDocument;
import org.leye.subsidy.policy.PolicyEngine;
import org.leye.subsidy.policy.PolicyTerms;
import org.leye.subsidy.policy.ReasonCode;
import org.leye.subsidy.policy.ReferenceTables;
import org.leye.subsidy.policy.Remedy;

/** Asks instruments, and words the answer. */
@ApplicationScoped
class Evaluations {

    private final PolicyCatalogue catalogue;
    private final Evaluator evaluator;

    Evaluations(PolicyCatalogue catalogue, PolicyEngine engine, ReferenceTables tables) {
        this.catalogue = catalogue;
        this.evaluator = new Evaluator(catalogue, engine, tables);
    }

    /** Throws INSTRUMENT_NOT_FOUND, FACTS_INVALID, POLICY_CONFLICT. */
    EvaluationView evaluate(EvaluationRequest request, Locale language) {
        if (catalogue.documents().stream()
                .noneMatch(policy -> policy.instrument().equals(request.instrument()))) {
            throw EvaluationProblem.INSTRUMENT_NOT_FOUND.problem();
        }
        var question = request.question();
        var answer = evaluator.evaluate(request.instrument(), question);
        return view(request, answer, evaluator.remedies(question, answer), language);
    }

    private EvaluationView view(EvaluationRequest request, Evaluation answer, List<Remedy> remedies, Locale language) {
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
                        .map(predicate -> condition(predicate, answer, remedies, language))
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

    private EvaluationView.ConditionView condition(
            Evaluation.Predicate predicate, Evaluation answer, List<Remedy> remedies, Locale language) {
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
