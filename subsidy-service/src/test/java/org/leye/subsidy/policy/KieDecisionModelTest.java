package org.leye.subsidy.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.leye.platform.problem.ProblemException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KieDecisionModelTest {

    private static final DecisionModel MODEL = KieDecisionModel.compile(ModelGuard.guard("""
            <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="m" name="m" namespace="https://leye.org/test">
              <inputData id="facts" name="facts"><variable name="facts" typeRef="number"/></inputData>
              <inputData id="unit" name="unit"><variable name="unit" typeRef="number"/></inputData>
              <decision id="double" name="double"><variable name="double"/>
                <informationRequirement><requiredInput href="#facts"/></informationRequirement>
                <literalExpression><text>facts * 2</text></literalExpression></decision>
              <decision id="sum" name="sum"><variable name="sum"/>
                <informationRequirement><requiredInput href="#unit"/></informationRequirement>
                <informationRequirement><requiredDecision href="#double"/></informationRequirement>
                <literalExpression><text>double + unit</text></literalExpression></decision>
              <decision id="line" name="line"><variable name="line"/>
                <informationRequirement><requiredDecision href="#sum"/></informationRequirement>
                <literalExpression><text>sum + 100</text></literalExpression></decision>
            </definitions>
            """));

    private static Deliberation on(int facts, int unit) {
        return MODEL.on(new HashMap<>(Map.of("facts", number(facts), "unit", number(unit))));
    }

    private static BigDecimal number(int value) {
        return BigDecimal.valueOf(value);
    }

    private static @Nullable Object line(Deliberation deliberation) {
        return deliberation.decide(List.of("line")).get("line");
    }

    @Test
    void anInputThatChangesIsHeardByAllThatReadItByWayOfOthers() {
        // Given
        var deliberation = on(5, 1);
        assertEquals(number(111), line(deliberation));

        // When
        deliberation.give("unit", number(2));

        // Then
        assertEquals(number(112), line(deliberation));
        deliberation.give("facts", number(6));
        assertEquals(number(114), line(deliberation));
    }

    @Test
    void aForkStartsFromWhatWasDecidedAndKeepsItsChangesToItself() {
        // Given
        var deliberation = on(5, 1);
        line(deliberation);

        // When
        var fork = deliberation.fork();
        fork.give("unit", number(3));

        // Then
        assertEquals(number(113), line(fork));
        assertEquals(number(111), line(deliberation));
    }

    @Test
    void aDecisionWhoseInputIsMissingIsNoAnswer() {
        var deliberation = MODEL.on(new HashMap<>(Map.of("facts", number(5))));

        assertThrows(ProblemException.class, () -> line(deliberation));

        deliberation.give("unit", number(1));
        assertEquals(number(111), line(deliberation));
    }
}
