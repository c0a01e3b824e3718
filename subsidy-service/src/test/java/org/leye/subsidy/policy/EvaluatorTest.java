package org.leye.subsidy.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class EvaluatorTest {

    private static final String FLEX = "FLEX_SI_SUBSIDY";
    private static final PolicyCatalogue CATALOGUE = PolicyCatalogue.fromResources();
    private static final Evaluator EVALUATOR = new Evaluator(CATALOGUE, new KiePolicyEngine(), PolicyFixture.TABLES);

    /** A flexible worker in hardship, known to the policies of both spans, who claims these months. */
    private static Evaluation flex(String... months) {
        return EVALUATOR.evaluate(FLEX, claim(months));
    }

    private static Question claim(String... months) {
        var facts = facts(Stream.of(months).anyMatch(month -> month.startsWith("2023")));
        var usual = (Map<?, ?>) ((List<?>) facts.get("months")).getFirst();
        facts.put(
                "months",
                Stream.of(months).map(month -> withMonth(usual, month)).toList());
        return new Question(LocalDate.of(2024, 4, 1), facts, Map.of("monthsUsed", 0));
    }

    private static Map<String, Object> facts(boolean bothVersions) {
        var facts = new HashMap<String, Object>();
        Stream.of("P-B7-2019", "P-B7-2024")
                .filter(id -> bothVersions || id.equals("P-B7-2024"))
                .map(id ->
                        CATALOGUE.byId(id).orElseThrow().terms().exampleBase().facts())
                .forEach(facts::putAll);
        facts.put("flexibleRegisteredOn", "2020-05-06");
        facts.put("recognisedOn", "2020-05-06");
        return facts;
    }

    private static Map<String, Object> withMonth(Map<?, ?> usual, String month) {
        var unit = new HashMap<String, Object>();
        usual.forEach((name, value) -> unit.put(String.valueOf(name), value));
        unit.put("month", month);
        return unit;
    }

    private static List<String> lines(Evaluation answer) {
        return answer.lines().stream()
                .map(line -> line.label() + " " + line.reason())
                .toList();
    }

    @Test
    void monthsOfOneVersionAreAnsweredByItAlone() {
        var answer = flex("2024-02", "2024-01");
        assertEquals(List.of("2024-02 OK", "2024-01 OK"), lines(answer));
        assertEquals(1, answer.versions().size());
    }

    @Test
    void eachMonthIsAnsweredByItsOwnVersion() {
        var answer = flex("2024-01", "2023-12");
        assertEquals(
                List.of("P-B7-2019", "P-B7-2024"),
                answer.versions().stream().map(Evaluation.Version::policyId).toList());
        assertEquals(
                List.of("2023-12", "2024-01"),
                answer.lines().stream().map(Evaluation.Line::label).toList());
        assertTrue(answer.predicates().stream().allMatch(each -> each.policyId() != null));
        assertEquals(
                answer.amountFen(),
                answer.lines().stream().mapToLong(Evaluation.Line::amountFen).sum());
        assertEquals(Fingerprint.ofOne(answer.inputJson()), answer.inputSha256());
        assertTrue(answer.inputJson().contains("2023-12") && answer.inputJson().contains("2024-01"));
    }

    @Test
    void aMonthWithoutAVersionPaysNothingAndStopsNoOther() {
        var answer = flex("2018-12", "2024-01");
        assertEquals(Evaluation.Outcome.PARTIAL, answer.outcome());
        assertEquals(List.of("2024-01 OK", "2018-12 NO_POLICY_IN_FORCE"), lines(answer));
    }

    @Test
    void onlyMonthsWithoutAVersionAreARefusal() {
        var answer = flex("2018-11", "2018-12");
        assertEquals(List.of(ReasonCode.NO_POLICY_IN_FORCE), answer.reasons());
        assertEquals(0, answer.amountFen());
    }

    @Test
    void theSameQuestionInTheSameVersionsHasTheSameInput() {
        assertEquals(
                flex("2023-12", "2024-01").inputSha256(),
                flex("2024-01", "2023-12").inputSha256());
    }

    @Test
    void eachVersionThatRefusesSaysWhatWouldMakeItAYes() {
        var claim = claim("2023-12", "2024-01");
        var facts = new HashMap<String, Object>(claim.facts());
        facts.put("documents", List.of("APPLICATION_FORM", "FLEXIBLE_WORK_FORM", "IDENTITY"));
        var incomplete = claim.withFacts(facts);

        var remedies = EVALUATOR.remedies(FLEX, incomplete, EVALUATOR.evaluate(FLEX, incomplete));

        assertEquals(
                List.of("P-B7-2019", "P-B7-2024"),
                remedies.stream()
                        .filter(remedy -> remedy.predicate().equals("documents"))
                        .map(Remedy::policyId)
                        .toList());
    }
}
