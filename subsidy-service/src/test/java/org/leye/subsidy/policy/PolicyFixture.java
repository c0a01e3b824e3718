package org.leye.subsidy.policy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Policies as tests need them: the real B17, and small ones written on the spot. */
final class PolicyFixture {

    static final PolicyDocument BROKER_REWARD =
            PolicyCatalogue.fromResources().byId("P-B17-2023").orElseThrow();

    static final ReferenceTables TABLES = ReferenceTables.fromResources();

    private static final String MODEL = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="m" name="m" namespace="https://leye.org/test">
              %s
              <itemDefinition name="tUnit">
                <itemComponent name="month"><typeRef>string</typeRef></itemComponent>
                <itemComponent name="base"><typeRef>number</typeRef></itemComponent>
              </itemDefinition>
              <itemDefinition name="tFacts"><itemComponent name="months"/></itemDefinition>
              <itemDefinition name="tParameters">
                <itemComponent name="rate"><typeRef>number</typeRef></itemComponent>
              </itemDefinition>
              <itemDefinition name="tLines">
                <itemComponent name="sumFen"><typeRef>number</typeRef></itemComponent>
              </itemDefinition>
              <inputData id="facts" name="facts"><variable name="facts" typeRef="tFacts"/></inputData>
              <inputData id="parameters" name="parameters"><variable name="parameters" typeRef="tParameters"/></inputData>
              <inputData id="history" name="history"><variable name="history"/></inputData>
              <inputData id="unit" name="unit"><variable name="unit" typeRef="tUnit"/></inputData>
              <inputData id="lines" name="lines"><variable name="lines" typeRef="tLines"/></inputData>
              %s
            </definitions>
            """;

    private static final String ANY =
            "{value: count(facts.months), threshold: 1, pass: value >= threshold, reason: \"MONTH_NOT_COVERED\"}";
    private static final String LINE = "{label: unit.month, amountFen: unit.base * parameters.rate, reason: \"OK\"}";

    private PolicyFixture() {}

    static Map<String, Object> facts(Map<String, ?> different) {
        var facts =
                new HashMap<String, Object>(BROKER_REWARD.terms().exampleBase().facts());
        facts.putAll(different);
        return facts;
    }

    static Map<String, Object> history(Map<String, ?> different) {
        var history =
                new HashMap<String, Object>(BROKER_REWARD.terms().exampleBase().history());
        history.putAll(different);
        return history;
    }

    static Evaluation evaluate(
            PolicyEngine engine, PolicyDocument policy, Map<String, ?> facts, Map<String, ?> history) {
        return engine.evaluate(policy, new Question(LocalDate.of(2023, 6, 1), facts, history), TABLES);
    }

    /** The broker reward with another policy.json. */
    static PolicyDocument brokerReward(UnaryOperator<String> json) {
        return PolicyDocument.parse(json.apply(BROKER_REWARD.json()), BROKER_REWARD.model());
    }

    /** A model of one decision {@code d} with this expression. */
    static String expression(String feel) {
        return model("", literal("d", feel));
    }

    static String literal(String name, String feel) {
        return """
               <decision id="%1$s" name="%1$s"><variable name="%1$s"/>%2$s
                 <literalExpression><text>%3$s</text></literalExpression></decision>
               """.formatted(
                        name, requirements(name), feel.replace("&", "&amp;").replace("<", "&lt;"));
    }

    static String model(String beforeInputs, String decisions) {
        return MODEL.formatted(beforeInputs, decisions);
    }

    /** A policy that pays {@code base * parameters.rate} per month and asks for nothing else. */
    static PolicyDocument monthly(String predicate, String line, String total) {
        return small(literal("predicate_any", predicate) + literal("line", line) + literal("total", total));
    }

    /** The same with these decisions. */
    private static PolicyDocument small(String decisions) {
        var json = """
                {"id": "P-TEST-1", "instrument": "TEST", "level": "COUNTY", "title": {"zh": "试", "en": "test"},
                 "docNo": "-", "source": "-", "confidence": "UNVERIFIED", "effectiveFrom": "2020-01-01",
                 "dateBasis": "APPLICATION_DATE", "noticeWorkingDays": 0, "fund": "TEST_FUND",
                 "parameters": [{"name": "rate", "type": "DECIMAL", "unit": "RATE", "value": "0.125",
                                 "label": {"zh": "率", "en": "rate"}}],
                 "facts": [{"name": "months", "type": "RECORD_LIST", "label": {"zh": "月", "en": "months"}, "fields": [
                    {"name": "month", "type": "TEXT", "label": {"zh": "月", "en": "month"}},
                    {"name": "base", "type": "INTEGER", "label": {"zh": "基数", "en": "base"}}]}],
                 "unitsFact": "months", "examples": []}
                """;
        return PolicyDocument.parse(json, model("", decisions));
    }

    /** The same with one more decision. */
    static PolicyDocument monthlyWith(String decision) {
        return small(literal("predicate_any", ANY) + literal("line", LINE) + decision);
    }

    static PolicyDocument monthly() {
        return monthly(ANY, LINE, "{amountFen: lines.sumFen, outcome: \"APPROVED\", flags: []}");
    }

    private static String requirements(String decision) {
        var inputs =
                switch (decision) {
                    case "line" -> List.of("facts", "parameters", "history", "unit");
                    case "total" -> List.of("facts", "parameters", "history", "lines");
                    default -> List.of("facts", "parameters", "history");
                };
        return inputs.stream()
                .map("<informationRequirement><requiredInput href=\"#%s\"/></informationRequirement>"::formatted)
                .collect(Collectors.joining());
    }
}
