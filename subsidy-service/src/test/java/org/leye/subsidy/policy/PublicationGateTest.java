package org.leye.subsidy.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.leye.platform.problem.Violation;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PublicationGateTest {

    private static final PublicationGate GATE = new PublicationGate(new KiePolicyEngine(), PolicyFixture.TABLES);

    static Stream<PolicyDocument> shipped() {
        return ShippedPolicies.documents().stream();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    @DisplayName("every policy that comes with the service could be published by an officer")
    void shippedPass(PolicyDocument policy) {
        assertEquals(List.of(), GATE.findings(policy));
    }

    @Test
    @DisplayName("an example that comes out differently is named with what was expected and what came")
    void examplesCount() {
        var policy = PolicyFixture.brokerReward(json -> json.replace("\"totalFen\":15000", "\"totalFen\":15001"));

        var finding = GATE.findings(policy).getFirst();

        assertEquals("EXAMPLE_FAILS", finding.code());
        assertTrue(finding.detail().en().contains("expected 15001, got 15000"), finding.detail()::en);
    }

    @Test
    @DisplayName("a table without a rule for some values is named with the values")
    void gaps() {
        var findings = findings(table("&lt; 10", "&gt; 20"));

        assertEquals("TABLE_FLAWED", findings.getFirst().code());
        assertTrue(findings.getFirst().detail().en().contains("no rule for"), findings.toString());
    }

    @Test
    @DisplayName("a table with two rules for the same values is named with both")
    void overlaps() {
        var findings = findings(table("&lt;= 20", "&gt; 10"));

        assertEquals(1, findings.size(), findings.toString());
        assertTrue(findings.getFirst().detail().en().contains("rules [1, 2] both hold"), findings.toString());
    }

    @Test
    @DisplayName("a table that would take minutes to compare is refused at once")
    void tooLarge() {
        var rules = IntStream.range(0, 60)
                .mapToObj(i -> "<rule id=\"r%1$d\">".formatted(i)
                        + "<inputEntry><text>[%1$d..%2$d]</text></inputEntry>"
                                .formatted(i, i + 60)
                                .repeat(3)
                        + "<outputEntry><text>1</text></outputEntry></rule>")
                .collect(Collectors.joining());
        var inputs = IntStream.range(0, 3)
                .mapToObj(
                        "<input id=\"i%1$d\"><inputExpression typeRef=\"number\"><text>parameters.rate + %1$d</text></inputExpression></input>"
                                ::formatted)
                .collect(Collectors.joining());

        var findings = findings("""
                <decision id="step" name="step"><variable name="step"/>
                  <informationRequirement id="r_step"><requiredInput href="#parameters"/></informationRequirement>
                  <decisionTable id="stepTable" hitPolicy="FIRST">%s<output id="o1" typeRef="number"/>%s</decisionTable>
                </decision>
                """.formatted(inputs, rules));

        assertEquals(1, findings.size(), findings.toString());
        assertTrue(findings.getFirst().detail().en().contains("too many rules"), findings.toString());
    }

    private static List<Violation> findings(String table) {
        return GATE.findings(PolicyFixture.monthlyWith(table)).stream()
                .filter(finding -> finding.code().equals("TABLE_FLAWED"))
                .toList();
    }

    private static String table(String first, String second) {
        return """
               <decision id="step" name="step"><variable name="step"/>
                 <informationRequirement id="r_step"><requiredInput href="#parameters"/></informationRequirement>
                 <decisionTable id="stepTable" hitPolicy="UNIQUE">
                   <input id="i1"><inputExpression typeRef="number"><text>parameters.rate</text></inputExpression></input>
                   <output id="o1" typeRef="number"/>
                   <rule id="r1"><inputEntry><text>%s</text></inputEntry><outputEntry><text>1</text></outputEntry></rule>
                   <rule id="r2"><inputEntry><text>%s</text></inputEntry><outputEntry><text>2</text></outputEntry></rule>
                 </decisionTable>
               </decision>
               """.formatted(first, second);
    }
}
