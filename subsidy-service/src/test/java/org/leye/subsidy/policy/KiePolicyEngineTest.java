package org.leye.subsidy.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.leye.subsidy.policy.PolicyFixture.BROKER_REWARD;
import static org.leye.subsidy.policy.PolicyFixture.evaluate;
import static org.leye.subsidy.policy.PolicyFixture.facts;
import static org.leye.subsidy.policy.PolicyFixture.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import org.leye.platform.problem.ProblemException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KiePolicyEngineTest {

    private static final PolicyEngine ENGINE = new KiePolicyEngine();

    private static final String PASS = "{value: 1, threshold: 1, pass: true, reason: \"OK\"}";
    private static final String LINE = "{label: \"x\", amountFen: 1, reason: \"OK\"}";
    private static final String TOTAL = "{amountFen: lines.sumFen, outcome: \"APPROVED\", flags: []}";

    private static Map<String, Object> months(long... bases) {
        var months = new ArrayList<Map<String, Object>>();
        for (long base : bases) {
            months.add(Map.of("month", "2023-0" + (months.size() + 1), "base", base));
        }
        return Map.of("months", months);
    }

    @Test
    void paysTheFirstHalfAndTellsWhy() {
        var answer = evaluate(ENGINE, BROKER_REWARD, facts(Map.of()), history(Map.of()));

        assertEquals(Evaluation.Outcome.APPROVED, answer.outcome());
        assertEquals(15_000, answer.amountFen());
        assertEquals(List.of(new Evaluation.Line("INSURED_1", 15_000, ReasonCode.OK)), answer.lines());
        assertEquals(List.of(ReasonCode.OK), answer.reasons());
        assertEquals("P-B17-2023", answer.policyId());
        assertEquals(Confidence.PROPOSED, answer.confidence());
        assertEquals(BROKER_REWARD.sha256(), answer.documentSha256());
        assertTrue(answer.engineVersion().endsWith("kie-dmn-10.2.0"));
        assertTrue(answer.predicates()
                .contains(new Evaluation.Predicate("stability", 1L, 1L, true, ReasonCode.STABILITY_NOT_REACHED)));
    }

    @Test
    void evaluatesEveryPredicateAlsoAfterTheFirstFailure() {
        var answer = evaluate(
                ENGINE, BROKER_REWARD, facts(Map.of("selfReferral", true, "insuredMonths", 0)), history(Map.of()));

        assertEquals(Evaluation.Outcome.REFUSED, answer.outcome());
        assertEquals(0, answer.amountFen());
        assertEquals(9, answer.predicates().size());
        assertEquals(List.of(ReasonCode.SELF_REFERRAL, ReasonCode.STABILITY_NOT_REACHED), answer.reasons());
        assertTrue(answer.lines().isEmpty());
    }

    @Test
    void storesTheSameInputForTheSameFactsHoweverTheyAreSaid() {
        var said = evaluate(ENGINE, BROKER_REWARD, facts(Map.of()), history(Map.of()));
        var typed = evaluate(
                ENGINE,
                BROKER_REWARD,
                facts(Map.of("referredOn", LocalDate.of(2023, 2, 20), "insuredMonths", 1L)),
                history(Map.of()));
        var other = evaluate(ENGINE, BROKER_REWARD, facts(Map.of("referredOn", "2023-02-21")), history(Map.of()));

        assertEquals(said, typed);
        assertTrue(said.inputJson().startsWith("{\"facts\":{\"appointedOnReferralDate\":true,\"firstValidReferral\":"));
        assertEquals(Fingerprint.ofOne(said.inputJson()), said.inputSha256());
        assertNotEquals(said.inputSha256(), other.inputSha256());
    }

    @Test
    void namesMissingUnknownAndMistypedFactsAtOnce() {
        var given = facts(Map.of("insuredMonths", "one", "colour", "red"));
        given.remove("milestone");
        var refusal =
                assertThrows(ProblemException.class, () -> evaluate(ENGINE, BROKER_REWARD, given, history(Map.of())));

        assertEquals(PolicyProblem.FACTS_INVALID, refusal.type());
        var found = refusal.violations().stream()
                .map(each -> each.pointer() + " " + each.code())
                .toList();
        assertEquals(
                List.of(
                        "/facts/milestone FACT_MISSING",
                        "/facts/insuredMonths FACT_TYPE",
                        "/facts/colour FACT_UNKNOWN"),
                found);
    }

    @Test
    void asksForTheHistoryToo() {
        var refusal =
                assertThrows(ProblemException.class, () -> evaluate(ENGINE, BROKER_REWARD, facts(Map.of()), Map.of()));
        assertEquals(2, refusal.violations().size());
        assertTrue(refusal.violations().getFirst().pointer().startsWith("/history/"));
    }

    @Test
    void callsTheLinePerUnitAndRoundsEachHalfUpBeforeTheSum() {
        // 0.125 of 4, 12 and 3 fen: 0.5, 1.5 and 0.375; rounded 1 + 2 + 0, where the sum alone would round to 2.
        var answer = evaluate(ENGINE, PolicyFixture.monthly(), months(4, 12, 3), Map.of());
        assertEquals(
                List.of(
                        new Evaluation.Line("2023-01", 1, ReasonCode.OK),
                        new Evaluation.Line("2023-02", 2, ReasonCode.OK),
                        new Evaluation.Line("2023-03", 0, ReasonCode.OK)),
                answer.lines());
        assertEquals(3, answer.amountFen());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{amountFen: 1.5, outcome: \"APPROVED\", flags: []}",
                "{amountFen: 0, outcome: \"APPROVED\", flags: []}",
                "{amountFen: 1, outcome: \"REFUSED\", flags: [\"CAP_APPLIED\"]}",
                "{amountFen: 0, outcome: \"REFUSED\", flags: []}",
                "{amountFen: 1, outcome: \"PERHAPS\", flags: []}",
                "{amountFen: 1, outcome: \"APPROVED\", flags: [\"MADE_UP\"]}",
                "{amountFen: \"1\", outcome: \"APPROVED\", flags: []}",
                "{amountFen: lines.sumFen / 0, outcome: \"APPROVED\", flags: []}",
                "{amountFen: 99999999999 * 99999999999, outcome: \"APPROVED\", flags: []}",
                "1"
            })
    void refusesATotalThatIsNoAnswer(String total) {
        var refusal = assertThrows(
                ProblemException.class,
                () -> evaluate(ENGINE, PolicyFixture.monthly(PASS, LINE, total), months(1), Map.of()));
        assertEquals(PolicyProblem.MODEL_FAILED, refusal.type());
        assertTrue(refusal.getMessage().contains("total"), refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{value: 1, threshold: 1, pass: null, reason: \"OK\"}",
                "{value: 1, threshold: 1, pass: 1 > \"a\", reason: \"OK\"}",
                "{value: 1, threshold: 1, pass: true, reason: \"MADE_UP\"}",
                "{value: sum, threshold: 1, pass: true, reason: \"OK\"}",
                "true"
            })
    void neverTakesABrokenPredicateForANo(String predicate) {
        var policy = PolicyFixture.monthly(predicate, LINE, TOTAL);
        var refusal = assertThrows(ProblemException.class, () -> evaluate(ENGINE, policy, months(1), Map.of()));
        assertEquals(PolicyProblem.MODEL_FAILED, refusal.type());
    }

    @Test
    void refusesAModelThatReadsWhatTheDocumentDoesNotGive() {
        var policy = PolicyFixture.brokerReward(json -> json.replace("brokerYearCapFen", "otherName"));
        var refusal = assertThrows(ProblemException.class, () -> ENGINE.check(policy));
        assertEquals(PolicyProblem.DOCUMENT_INVALID, refusal.type());
        assertTrue(refusal.detail().en().contains("parameters [brokerYearCapFen]"));
    }

    @Test
    void refusesAModelWithUnknownNames() {
        var policy = PolicyFixture.monthly(PASS, LINE, "{amountFen: nowhere, outcome: \"APPROVED\", flags: []}");
        assertEquals(
                PolicyProblem.MODEL_REFUSED,
                assertThrows(ProblemException.class, () -> ENGINE.check(policy)).type());
    }

    @Test
    void refusesAModelWithoutLine() {
        var policy = PolicyDocument.parse(PolicyFixture.monthly().json(), PolicyFixture.expression("1"));
        assertEquals(
                PolicyProblem.DOCUMENT_INVALID,
                assertThrows(ProblemException.class, () -> ENGINE.check(policy)).type());
    }

    @Test
    void neverCompilesWhatTheGuardRefuses() {
        var evil = "{f: function(x) external {java: {class: \"java.lang.System\", "
                + "method signature: \"setProperty(java.lang.String,java.lang.String)\"}}, pass: true}";
        var refusal = assertThrows(
                ProblemException.class,
                () -> evaluate(ENGINE, PolicyFixture.monthly(evil, LINE, TOTAL), months(1), Map.of()));
        assertEquals(PolicyProblem.MODEL_REFUSED, refusal.type());
    }

    @Test
    void answersManyThreadsAlikeAlsoOnFirstUse() throws Exception {
        var fresh = new KiePolicyEngine();
        var expected = new ArrayList<Long>();
        var tasks = new ArrayList<Callable<Long>>();
        for (int i = 0; i < 2_000; i++) {
            long paid = 4_970_000L + i * 20L;
            expected.add(Math.clamp(5_000_000L - paid, 0L, 15_000L));
            tasks.add(() -> evaluate(
                            fresh, BROKER_REWARD, facts(Map.of()), history(Map.of("paidToReferrerThisYearFen", paid)))
                    .amountFen());
        }
        var answered = new ArrayList<Long>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var answer : threads.invokeAll(tasks)) {
                answered.add(answer.get());
            }
        }
        assertEquals(expected, answered);
        assertTrue(new HashSet<>(answered).size() > 500);
    }
}
