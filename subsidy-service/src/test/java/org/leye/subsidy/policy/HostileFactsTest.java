package org.leye.subsidy.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.leye.subsidy.policy.FactPlace.changed;
import static org.leye.subsidy.policy.FactPlace.usual;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.leye.platform.problem.ProblemException;
import org.leye.platform.problem.Violation;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is said of whichever fact of whichever policy: it is named with its place, and nothing is ever paid for it. */
class HostileFactsTest {

    private static final PolicyEngine ENGINE = new KiePolicyEngine();
    private static final PolicyCatalogue CATALOGUE = PolicyCatalogue.fromResources();
    private static final Evaluator EVALUATOR = new Evaluator(CATALOGUE, ENGINE, PolicyFixture.TABLES);

    static Stream<Named<PolicyDocument>> documents() {
        return GeneratedAnswers.documents();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void aValueThatCannotBeIsNamedWithItsPlace(PolicyDocument policy) {
        for (var place : FactPlace.of(policy)) {
            for (var value : HostileValues.of(place.fact(), place.usual().on())) {
                requireNamed(policy, place, value);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void aMissingFactIsNamedWithItsPlace(PolicyDocument policy) {
        FactPlace.of(policy).stream()
                .filter(place -> !place.fact().optional())
                .forEach(place -> requireNamed(policy, place, null));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everythingMissingIsNamedAtOnce(PolicyDocument policy) {
        var nothing = new Question(usual(policy).on(), Map.of(), Map.of());
        var asked = policy.terms().facts().stream()
                .filter(fact -> !fact.optional())
                .map(fact -> "/facts/" + fact.name())
                .toList();
        assertEquals(asked, pointers(refused(policy, nothing)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"unheardOf", "", " ", "a/b", "~", "名", "\u0000", "class", "half a \ud800", "facts.kind", "$ref"})
    void anUnknownFactIsNamedWithItsPlace(String name) {
        var step = name.replace("~", "~0").replace("/", "~1").replace('\ud800', '?');
        for (var policy : CATALOGUE.documents()) {
            var usual = usual(policy);
            var facts = usual.withFacts(changed(usual.facts(), name, 1));
            assertEquals(List.of("/facts/" + step), pointers(refused(policy, facts)));
            var history = new Question(usual.on(), usual.facts(), changed(usual.history(), name, null));
            assertEquals(List.of("/history/" + step), pointers(refused(policy, history)));
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void nobodyIsBornAfterTheBasisDate(PolicyDocument policy) {
        policy.terms().facts().stream()
                .flatMap(fact -> Stream.concat(Stream.of(fact), fact.fields().stream()))
                .filter(fact -> fact.name().equals("birthDate"))
                .forEach(fact -> assertTrue(fact.notAfterBasis(), policy.id()));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyContradictionThatADocumentKnowsIsFound(PolicyDocument policy) {
        var told = policy.terms().conditions().stream()
                .collect(Collectors.toMap(PolicyTerms.Condition::name, PolicyTerms.Condition::text));
        var found = GeneratedAnswers.of(policy).stream()
                .flatMap(each -> each.thrown() instanceof ProblemException refusal
                        ? refusal.violations().stream()
                        : Stream.empty())
                .filter(violation -> violation.code().equals("FACT_CONTRADICTS"))
                .map(Violation::detail)
                .collect(Collectors.toSet());
        for (var check : ModelGuard.guard(policy.model()).startingWith(Calculation.CHECK)) {
            assertTrue(found.contains(told.get(check.substring(Calculation.CHECK.length()))), check);
        }
    }

    @Test
    void aFirstApprovalOfWhichNoLawTellsTheAgeContradictsItself() {
        for (var id : List.of("P-B7-2019", "P-B7-2024", "P-B12-2019")) {
            var policy = CATALOGUE.byId(id).orElseThrow();
            var facts = changed(usual(policy).facts(), "firstApprovedOn", "1969-09-10");
            assertEquals(
                    List.of("/facts/firstApprovedOn"),
                    pointers(refused(policy, usual(policy).withFacts(facts))),
                    id);
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void theLargestTheSmallestAndTheLongestCaseAreAnsweredToo(PolicyDocument policy) {
        for (var extreme : Extreme.values()) {
            var question = extreme.of(policy, usual(policy));
            try {
                var answer = ENGINE.evaluate(policy, question, PolicyFixture.TABLES);
                var sum = answer.lines().stream()
                        .mapToLong(Evaluation.Line::amountFen)
                        .sum();
                assertEquals(answer.amountFen(), sum);
            } catch (ProblemException refusal) {
                assertEquals(PolicyProblem.FACTS_INVALID, refusal.type(), () -> refusal + " " + question);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void aBasisDateBeyondAllSensePaysNothing(PolicyDocument policy) {
        for (var on : List.of(LocalDate.MIN, LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31), LocalDate.MAX)) {
            var question = usual(policy).withDate(on);
            assertTrue(pointers(refused(policy, question)).contains("/on"), policy.id());
            assertEquals(0, paid(() -> EVALUATOR.evaluate(policy.instrument(), question)), policy.id());
        }
    }

    @Test
    void whatCannotBeRecordedIsNamedAlsoWhereNoPolicyIsInForce() {
        var before = LocalDate.of(1990, 1, 1);
        for (var value : List.of(1.5, Double.NaN, 1L << 60, "\ud800", List.of(1.5), Map.of("a", 1.5))) {
            var question = new Question(before, Map.of("known", 1, "strange", value), Map.of("odd", value));
            for (var policy : CATALOGUE.documents()) {
                var refusal =
                        assertThrows(ProblemException.class, () -> EVALUATOR.evaluate(policy.instrument(), question));
                assertEquals(PolicyProblem.FACTS_INVALID, refusal.type());
                assertEquals(List.of("/facts/strange", "/history/odd"), pointers(refusal));
            }
        }
    }

    private static void requireNamed(PolicyDocument policy, FactPlace place, Object value) {
        var said = place.with().apply(value);
        var found = pointers(refused(policy, said));
        assertTrue(
                found.stream().anyMatch(each -> (each + "/").startsWith(place.pointer() + "/")),
                () -> policy.id() + " " + place.pointer() + " should be named, not " + found);
        assertEquals(0, paid(() -> EVALUATOR.evaluate(policy.instrument(), said)), policy.id() + " " + place.pointer());
    }

    private static ProblemException refused(PolicyDocument policy, Question question) {
        var refusal = assertThrows(
                ProblemException.class, () -> ENGINE.evaluate(policy, question, PolicyFixture.TABLES), policy.id());
        assertEquals(PolicyProblem.FACTS_INVALID, refusal.type(), refusal::getMessage);
        return refusal;
    }

    private static List<String> pointers(ProblemException refusal) {
        return refusal.violations().stream().map(Violation::pointer).toList();
    }

    /** What is paid; nothing where the question is refused as such. */
    private static long paid(Supplier<Evaluation> evaluation) {
        try {
            return evaluation.get().amountFen();
        } catch (ProblemException refusal) {
            return 0;
        }
    }
}
