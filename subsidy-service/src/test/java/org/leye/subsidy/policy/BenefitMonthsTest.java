package org.leye.subsidy.policy;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opentest4j.AssertionFailedError;

/** Whoever paid longer draws unemployment benefit for no fewer months (domain.md B.5). */
class BenefitMonthsTest {

    private static final String CONTRIBUTED = "contributionMonths";
    private static final int LONGEST = 720;
    private static final PolicyEngine ENGINE = new KiePolicyEngine();

    static Stream<Named<PolicyDocument>> laws() {
        return GeneratedAnswers.documents()
                .filter(policy -> policy.getPayload().instrument().equals("UNEMPLOYMENT_BENEFIT"));
    }

    @ParameterizedTest
    @MethodSource("laws")
    void oneMonthMoreOfContributionsNeverBringsFewerOfBenefit(PolicyDocument law) {
        var usual =
                law.terms().question(law.terms().examples().getFirst().runs().getFirst());
        for (int unused : new int[] {0, 18}) {
            long before = 0;
            for (int paid = 0; paid <= 320; paid++) {
                var question = new Question(
                        usual.on(),
                        FactPlace.changed(usual.facts(), CONTRIBUTED, paid),
                        FactPlace.changed(usual.history(), "unusedMonths", unused));
                var months = months(ENGINE.evaluate(law, question, PolicyFixture.TABLES));
                assertTrue(
                        months >= before,
                        "%d months paid, %d unused: %d after %d".formatted(paid, unused, months, before));
                before = months;
            }
            assertTrue(before == 24, "in the end all that the law grants");
        }
    }

    @ParameterizedTest
    @MethodSource("laws")
    void thatHoldsWhateverElseIsAsked(PolicyDocument law) {
        GeneratedAnswers.each(law, each -> {
            var facts = each.question().facts();
            if (facts.get(CONTRIBUTED) instanceof Number paid) {
                for (int more : new int[] {1, 5, 12}) {
                    var longer = FactPlace.changed(facts, CONTRIBUTED, Math.min(LONGEST, paid.longValue() + more));
                    var answer = ENGINE.evaluate(law, each.question().withFacts(longer), PolicyFixture.TABLES);
                    assertTrue(months(answer) >= months(each.answer()), () -> more + " months more: " + each);
                }
            }
        });
    }

    @Test
    void aSecondTierBelowTheFirstIsCaught() {
        var law = PolicyCatalogue.fromResources().byId("P-B5-2022").orElseThrow();
        var json = law.json().replaceFirst("(\"secondTierBase\".*?\"value\":)10", "$1 5");
        assertNotEquals(law.json(), json);
        var broken = PolicyDocument.parse(json, law.model());
        assertThrows(AssertionFailedError.class, () -> oneMonthMoreOfContributionsNeverBringsFewerOfBenefit(broken));
    }

    private static long months(Evaluation answer) {
        return answer.lines().stream().filter(line -> line.amountFen() > 0).count();
    }
}
