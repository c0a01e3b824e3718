package org.leye.subsidy.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class RemediesTest {

    private static final Evaluator EVALUATOR =
            new Evaluator(PolicyCatalogue.fromResources(), new KiePolicyEngine(), PolicyFixture.TABLES);

    private static Question refund(Map<String, ?> different) {
        var base = PolicyCatalogue.fromResources()
                .byId("P-B1-2022b")
                .orElseThrow()
                .terms()
                .exampleBase();
        var facts = new HashMap<String, Object>(base.facts());
        facts.putAll(different);
        return new Question(LocalDate.of(2022, 9, 1), facts, base.history());
    }

    private static List<Remedy> remedies(Question question) {
        return EVALUATOR.remedies("UI_RETENTION_REFUND", question, EVALUATOR.evaluate("UI_RETENTION_REFUND", question));
    }

    @Test
    void tellsHowManyMonthsAreMissing() {
        assertEquals(
                List.of(new Remedy("contribution_months", "contributionMonths", 12L)),
                remedies(refund(Map.of("contributionMonths", 5))));
    }

    @Test
    void tellsEachSingleFactThatWouldDoAtItsBoundary() {
        var remedies = remedies(refund(Map.of("insuredAtYearEnd", 90, "benefitRecipients", 20)));
        assertTrue(remedies.contains(new Remedy("layoff_rate", "insuredAtYearEnd", 95L)), remedies.toString());
        assertTrue(remedies.contains(new Remedy("layoff_rate", "benefitRecipients", 5L)), remedies.toString());
        assertTrue(remedies.contains(new Remedy("layoff_rate", "insuredAtBaseYearEnd", 95L)), remedies.toString());
    }

    @Test
    void tellsEveryFailedConditionApart() {
        var remedies = remedies(refund(Map.of("severeDiscredit", true, "labourDispatch", true)));
        assertTrue(remedies.contains(new Remedy("no_severe_discredit", "severeDiscredit", false)));
        assertTrue(remedies.contains(new Remedy("dispatch_agreement", "sharingAgreement", true)));
        assertTrue(remedies.contains(new Remedy("dispatch_agreement", "labourDispatch", false)));
        assertEquals(3, remedies.size());
    }

    @Test
    void eachRemedyMakesItsConditionPass() {
        var question = refund(Map.of("insuredAtYearEnd", 20, "benefitRecipients", 90, "contributionMonths", 0));
        for (var remedy : remedies(question)) {
            var facts = new HashMap<String, Object>(question.facts());
            facts.put(remedy.fact(), remedy.value());
            var again = EVALUATOR.evaluate("UI_RETENTION_REFUND", question.withFacts(facts));
            assertTrue(
                    again.predicates().stream()
                            .filter(predicate -> predicate.name().equals(remedy.predicate()))
                            .allMatch(Evaluation.Predicate::pass),
                    remedy.toString());
        }
    }

    @Test
    void aPaidCaseNeedsNone() {
        assertEquals(List.of(), remedies(refund(Map.of())));
    }
}
