package org.leye.subsidy.evaluation;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

import org.leye.subsidy.policy.Evaluation;
import org.leye.subsidy.policy.PolicyDocument;
import org.leye.subsidy.policy.PolicyTerms;
import org.leye.subsidy.policy.ReasonCode;
import org.leye.subsidy.policy.Remedy;

import org.jspecify.annotations.Nullable;

/**
 * Tells answers to people.
 *
 * @param policies the text of a version by its id, as it was when the answer was given
 */
public record Wording(Function<String, Optional<PolicyDocument>> policies, Locale language) {

    public EvaluationView of(String instrument, LocalDate on, Evaluation answer, List<Remedy> remedies) {
        return new EvaluationView(
                instrument,
                on,
                answer.outcome(),
                answer.amountFen(),
                answer.lines().stream().map(this::line).toList(),
                reasons(answer.reasons()),
                reasons(answer.flags()),
                answer.predicates().stream()
                        .map(predicate -> condition(predicate, answer, remedies))
                        .toList(),
                policy(answer.policyId())
                        .map(found -> EvaluationView.VersionView.of(found.terms(), found.sha256(), language))
                        .orElse(null),
                answer.confidence(),
                answer.inputSha256(),
                answer.engineVersion());
    }

    private Optional<PolicyDocument> policy(@Nullable String id) {
        return Optional.ofNullable(id).flatMap(policies);
    }

    private EvaluationView.LineView line(Evaluation.Line line) {
        return new EvaluationView.LineView(
                line.label(), line.amountFen(), EvaluationView.ReasonView.of(line.reason(), language));
    }

    private List<EvaluationView.ReasonView> reasons(List<ReasonCode> codes) {
        return codes.stream()
                .map(code -> EvaluationView.ReasonView.of(code, language))
                .toList();
    }

    private EvaluationView.ConditionView condition(
            Evaluation.Predicate predicate, Evaluation answer, List<Remedy> remedies) {
        var told = policy(predicate.policyId() == null ? answer.policyId() : predicate.policyId())
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
                EvaluationView.of(remedies, predicate));
    }

    private static Optional<PolicyTerms.Condition> told(PolicyTerms terms, String name) {
        return terms.conditions().stream()
                .filter(condition -> condition.name().equals(name))
                .findFirst();
    }
}
