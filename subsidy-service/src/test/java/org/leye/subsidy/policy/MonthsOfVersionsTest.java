package org.leye.subsidy.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;

import org.leye.platform.problem.ProblemException;
import org.leye.subsidy.policy.GeneratedAnswers.Answered;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where each month picks its version, the answers put together obey the same laws as each of them. */
class MonthsOfVersionsTest {

    private static final Evaluator EVALUATOR =
            new Evaluator(PolicyCatalogue.fromResources(), new KiePolicyEngine(), PolicyFixture.TABLES);

    static Stream<Named<PolicyDocument>> monthly() {
        return GeneratedAnswers.documents()
                .filter(policy -> policy.getPayload().terms().dateBasis() == DateBasis.SUBSIDISED_MONTH);
    }

    @ParameterizedTest
    @MethodSource("monthly")
    void theMonthsOfAllVersionsAddUp(PolicyDocument policy) {
        for (var each : GeneratedAnswers.of(policy)) {
            try {
                requireLawful(each, EVALUATOR.evaluate(policy.instrument(), each.question()));
            } catch (ProblemException refusal) {
                assertEquals(PolicyProblem.FACTS_INVALID, refusal.type(), each::toString);
            }
        }
    }

    @Test
    void someQuestionsReachOverSeveralVersions() {
        var reaching = monthly()
                .flatMap(policy -> GeneratedAnswers.of(policy.getPayload()).stream())
                .filter(each -> each.answer() != null)
                .filter(each -> versions(each) > 1)
                .count();
        assertTrue(reaching > 0);
    }

    private static int versions(Answered each) {
        try {
            return EVALUATOR
                    .evaluate(each.policy().instrument(), each.question())
                    .versions()
                    .size();
        } catch (ProblemException refusal) {
            return 0;
        }
    }

    private static void requireLawful(Answered each, Evaluation answer) {
        var sum = answer.lines().stream().mapToLong(Evaluation.Line::amountFen).sum();
        assertEquals(answer.amountFen(), sum, each::toString);
        assertEquals(answer.outcome() == Evaluation.Outcome.REFUSED, answer.amountFen() == 0, each::toString);
        assertEquals(
                answer.outcome() != Evaluation.Outcome.REFUSED,
                answer.reasons().equals(List.of(ReasonCode.OK)),
                each::toString);
        assertEquals(Fingerprint.ofOne(answer.inputJson()), answer.inputSha256(), each::toString);
    }
}
