package org.leye.subsidy.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.leye.platform.problem.ProblemException;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReplayTest {

    private static final PolicyCatalogue CATALOGUE = PolicyCatalogue.fromResources();
    private static final PolicyEngine ENGINE = new KiePolicyEngine();
    private static final Evaluator TODAY = new Evaluator(CATALOGUE, ENGINE, PolicyFixture.TABLES);

    static Stream<PolicyDocument> shipped() {
        return CATALOGUE.documents().stream();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    @DisplayName("every example is answered again from nothing but what its answer kept, to the last byte")
    void sameAgain(PolicyDocument policy) {
        for (var example : policy.terms().examples()) {
            for (var run : example.runs()) {
                answer(policy.instrument(), policy.terms().question(run))
                        .ifPresent(answer -> assertEquals(answer, again(policy.instrument(), answer), example::id));
            }
        }
    }

    @Test
    @DisplayName("an answer that no policy was in force is given again")
    void nothingInForce() {
        var policy = PolicyFixture.BROKER_REWARD;
        var run = policy.terms().examples().getFirst().runs().getFirst();
        var question = policy.terms().question(run).withDate(LocalDate.parse("1999-01-01"));

        var answer = answer(policy.instrument(), question).orElseThrow();

        assertEquals(List.of(ReasonCode.NO_POLICY_IN_FORCE), answer.reasons());
        assertEquals(answer, again(policy.instrument(), answer));
    }

    @Test
    @DisplayName("months of before the first version are told again, too")
    void monthsWithoutAVersion() {
        var policy = CATALOGUE.byId("P-B7-2019").orElseThrow();
        var usual = policy.terms().exampleBase().facts();
        var month = new HashMap<Object, Object>((Map<?, ?>) ((List<?>) usual.get("months")).getFirst());
        var early = new HashMap<Object, Object>(month);
        early.put("month", "2018-12");
        month.put("month", "2019-03");
        var facts = new HashMap<String, Object>(usual);
        facts.put("months", List.of(early, month));
        var question = new Question(
                LocalDate.parse("2019-08-10"),
                facts,
                policy.terms().exampleBase().history());

        var answer = answer(policy.instrument(), question).orElseThrow();

        assertEquals("2018-12", answer.lines().getLast().label());
        assertEquals(answer, again(policy.instrument(), answer));
    }

    private static Optional<Evaluation> answer(String instrument, Question question) {
        try {
            return Optional.of(TODAY.evaluate(instrument, question));
        } catch (ProblemException whatCannotBeTrue) {
            return Optional.empty();
        }
    }

    private static Evaluation again(String instrument, Evaluation answer) {
        var versions = answer.versions().stream()
                .map(version -> CATALOGUE.byId(version.policyId()).orElseThrow())
                .toList();
        return new Replay(ENGINE)
                .evaluator(versions, answer.inputJson())
                .evaluate(instrument, Replay.question(answer.inputJson()));
    }
}
