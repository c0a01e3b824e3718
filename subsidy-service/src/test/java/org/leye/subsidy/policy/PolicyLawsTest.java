package org.leye.subsidy.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.leye.platform.problem.ProblemException;
import org.leye.subsidy.policy.GeneratedAnswers.Answered;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every answer of every shipped policy, whatever the question. */
class PolicyLawsTest {

    /** An advance may be more than was earned (B15); a contribution is reversed with the month of benefit it went with (B6). */
    private static final Set<String> MAY_BE_OWED_BACK =
            Set.of("APPRENTICESHIP_SUBSIDY", "RECIPIENT_MEDICAL_CONTRIBUTION");

    /** So that no law holds for want of cases. */
    private static final int ENOUGH = 10;

    /** A search asks its condition some hundred times. */
    private static final int REFUSALS_REMEDIED = 3;

    private static final PolicyEngine ENGINE = new KiePolicyEngine();

    static Stream<Named<PolicyDocument>> documents() {
        return GeneratedAnswers.documents();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void factsAsTheDocumentWantsThemAreAnsweredOrContradictEachOther(PolicyDocument policy) {
        for (var each : GeneratedAnswers.of(policy)) {
            if (each.answer() == null) {
                assertEquals(PolicyProblem.FACTS_INVALID, each.problem(), each::toString);
                var violations = ((ProblemException) each.thrown()).violations();
                assertTrue(
                        !violations.isEmpty()
                                && violations.stream()
                                        .allMatch(
                                                violation -> violation.pointer().matches("/(facts|history)/.+")),
                        each::toString);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void someAreAnsweredWithMoneyAndSomeAreRefused(PolicyDocument policy) {
        var outcomes = GeneratedAnswers.of(policy).stream()
                .filter(each -> each.answer() != null)
                .map(each -> each.answer().amountFen() != 0)
                .toList();
        assertTrue(outcomes.stream().filter(paid -> paid).count() >= ENOUGH, "too few are paid");
        assertTrue(outcomes.stream().filter(paid -> !paid).count() >= ENOUGH, "too few are refused");
    }

    @ParameterizedTest
    @MethodSource("documents")
    void theLinesAddUpToTheAmount(PolicyDocument policy) {
        GeneratedAnswers.each(policy, each -> {
            var sum = each.answer().lines().stream()
                    .mapToLong(Evaluation.Line::amountFen)
                    .sum();
            assertEquals(each.answer().amountFen(), sum, each::toString);
        });
    }

    @ParameterizedTest
    @MethodSource("documents")
    void aRefusalPaysNothingAndSaysWhy(PolicyDocument policy) {
        GeneratedAnswers.each(policy, each -> {
            var answer = each.answer();
            var refused = answer.outcome() == Evaluation.Outcome.REFUSED;
            assertEquals(refused, answer.amountFen() == 0, each::toString);
            assertEquals(!refused, answer.reasons().equals(List.of(ReasonCode.OK)), each::toString);
            assertEquals(refused, !answer.reasons().contains(ReasonCode.OK), each::toString);
            assertTrue(!answer.reasons().isEmpty(), each::toString);
        });
    }

    @ParameterizedTest
    @MethodSource("documents")
    void aFailedConditionIsNeverPaidAndEachIsNamed(PolicyDocument policy) {
        GeneratedAnswers.each(policy, each -> {
            var failed = each.answer().predicates().stream()
                    .filter(predicate -> !predicate.pass())
                    .map(Evaluation.Predicate::reason)
                    .distinct()
                    .toList();
            if (!failed.isEmpty()) {
                assertEquals(0, each.answer().amountFen(), each::toString);
                assertEquals(failed, each.answer().reasons(), each::toString);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("documents")
    void moneyIsOwedBackOnlyWhereSomethingIsSettled(PolicyDocument policy) {
        GeneratedAnswers.each(
                policy,
                each -> assertTrue(
                        each.answer().amountFen() >= 0 || MAY_BE_OWED_BACK.contains(policy.instrument()),
                        each::toString));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void whatWouldMakeItAYesDoes(PolicyDocument policy) {
        GeneratedAnswers.of(policy).stream()
                .filter(each -> each.answer() != null
                        && each.answer().predicates().stream().anyMatch(predicate -> !predicate.pass()))
                .limit(REFUSALS_REMEDIED)
                .forEach(PolicyLawsTest::requireThatRemediesHelp);
    }

    private static void requireThatRemediesHelp(Answered each) {
        var remedies = ENGINE.remedies(each.policy(), each.question(), PolicyFixture.TABLES, each.answer());
        for (var remedy : remedies) {
            var again = ENGINE.evaluate(each.policy(), with(each.question(), remedy), PolicyFixture.TABLES);
            assertTrue(
                    again.predicates().stream()
                            .filter(predicate -> predicate.name().equals(remedy.predicate()))
                            .allMatch(Evaluation.Predicate::pass),
                    () -> remedy + " does not help " + each);
        }
    }

    private static Question with(Question question, Remedy remedy) {
        return remedy.fact().equals("on")
                ? question.withDate(LocalDate.parse(remedy.value().toString()))
                : question.withFacts(FactPlace.changed(question.facts(), remedy.fact(), remedy.value()));
    }
}
