package org.leye.subsidy.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WorkedExamplesTest {

    private static final WorkedExamples EXAMPLES = new WorkedExamples(new KiePolicyEngine(), PolicyFixture.TABLES);

    static Stream<PolicyDocument> documents() {
        return PolicyCatalogue.fromResources().documents().stream();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyExampleOfEveryPolicyComesOutAsWritten(PolicyDocument policy) {
        assertTrue(!policy.terms().examples().isEmpty(), "a policy needs examples");
        assertEquals(List.of(), EXAMPLES.differences(policy));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyConditionIsToldToPeople(PolicyDocument policy) {
        var told = policy.terms().conditions().stream()
                .map(PolicyTerms.Condition::name)
                .collect(Collectors.toSet());
        var model = ModelGuard.guard(policy.model());
        var asked = Stream.of(Calculation.PREDICATE, Calculation.CHECK)
                .flatMap(prefix -> model.startingWith(prefix).stream().map(name -> name.substring(prefix.length())))
                .collect(Collectors.toSet());
        assertEquals(asked, told);
    }

    @Test
    void theBrokerRewardCarriesTheCasesOfTheSpecification() {
        var totals = PolicyFixture.BROKER_REWARD.terms().examples().stream()
                .filter(example -> example.id().startsWith("B17-"))
                .map(example -> example.id() + " " + example.totalFen())
                .toList();
        assertEquals(List.of("B17-1 270000", "B17-2 200000", "B17-4 15000", "B17-5 0", "B17-7 0", "B17-8 0"), totals);
    }

    @Test
    void aChangedParameterShowsInTheExamplesItTouches() {
        var changed = PolicyFixture.brokerReward(json -> json.replace("\"value\":25000", "\"value\":24999"));
        var touched = EXAMPLES.differences(changed).stream()
                .map(WorkedExamples.Difference::example)
                .distinct()
                .toList();
        assertEquals(List.of("B17-2", "hardship-pays-the-higher-reward"), touched);
        assertTrue(EXAMPLES.differences(changed)
                .contains(new WorkedExamples.Difference("B17-2", "run 1 amountFen", "25000", "24999")));
    }

    @Test
    void anExampleThatCannotBeEvaluatedIsADifference() {
        var changed =
                PolicyFixture.brokerReward(json -> json.replace("\"selfReferral\":true", "\"selfReferral\":\"yes\""));
        assertTrue(EXAMPLES.differences(changed).stream()
                .anyMatch(difference -> difference.example().equals("B17-5")
                        && difference.actual().contains("FACTS_INVALID")));
    }
}
