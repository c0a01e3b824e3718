package org.leye.subsidy.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.leye.subsidy.policy.PolicyFixture.expression;
import static org.leye.subsidy.policy.PolicyFixture.literal;
import static org.leye.subsidy.policy.PolicyFixture.model;

import java.time.Duration;

import org.leye.platform.problem.ProblemException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelGuardTest {

    private static final String EVIL =
            "function(x) external {java: {class: \"java.lang.System\", method signature: \"getProperty(java.lang.String)\"}}";

    private static String refusal(String model) {
        var refusal = assertThrows(
                ProblemException.class,
                () -> assertTimeoutPreemptively(Duration.ofSeconds(20), () -> ModelGuard.check(model)));
        assertEquals(PolicyProblem.MODEL_REFUSED, refusal.type());
        return refusal.detail().en();
    }

    private static String table(String inputExpression, String inputEntry, String outputEntry, String outputValues) {
        return model("", """
                <decision id="d" name="d"><variable name="d"/>
                  <decisionTable hitPolicy="UNIQUE">
                    <input><inputExpression><text>%s</text></inputExpression></input>
                    <output name="o">%s</output>
                    <rule><inputEntry><text>%s</text></inputEntry><outputEntry><text>%s</text></outputEntry></rule>
                  </decisionTable></decision>
                """.formatted(inputExpression, outputValues, inputEntry, outputEntry));
    }

    @Test
    void letsTheBrokerRewardPass() {
        var guarded = ModelGuard.guard(PolicyFixture.BROKER_REWARD.model());
        assertTrue(guarded.decisions().contains("total"));
        assertEquals(9, guarded.startingWith(Calculation.PREDICATE).size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 + 2 * 3 - 4 / 5",
                "facts.a and facts.b and facts.c and facts.a and facts.b and facts.c and facts.a or facts.b in facts.c",
                "if facts.a then {b: 1, c: b + 1}.c else -1",
                "facts.b in [1..3] and not(facts.c in (\"x\", \"y\"))",
                "facts.b between 1 and 3 or null = facts.c",
                "date(\"2022-07-01\") + duration(\"P1M\") > @\"2022-08-01\"",
                "date(facts.b).year",
                "round half up(facts.b * 0.55, 2) + floor(2.5) + ceiling(2.5) + decimal(2.5, 0)",
                "max(0, min(facts.b, sum([1, 2]))) + count([1])",
                "list contains([\"a\"], facts.b) or contains(facts.c, \"x\")",
                "round half up(n: 2.5, scale: 0)"
            })
    void letsOrdinaryExpressionsPass(String feel) {
        var declarations = "<itemDefinition name=\"t\"><itemComponent name=\"a\"/><itemComponent name=\"b\"/>"
                + "<itemComponent name=\"c\"/></itemDefinition>";
        ModelGuard.check(model(declarations, literal("d", feel)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                EVIL,
                "{f: " + EVIL + ", r: f(\"user.dir\")}",
                "{a: 1, b: [1, {c: " + EVIL + "}]}",
                "if true then 1 else (" + EVIL + ")(1)",
                "{f: function(a) a + 1, r: f(1)}",
                "for i in [1, 2] return i",
                "for i in 1..1000000000 return i",
                "some x in [1] satisfies x > 1",
                "every x in [1] satisfies x > 1",
                "[1, 2][item > 1]",
                "facts[1]",
                "facts instance of context",
                "9 ** 9",
                "get value({a: 1}, \"a\")",
                "sort([2, 1], sum)",
                "concatenate([1], [2])",
                "string(1)",
                "replace(\"aaaa\", \"(a+)+\", \"b\")",
                "matches(\"aaaa\", \"(a+)+b\")",
                "split(\"a\", \"a\")",
                "now()",
                "today()",
                "facts.a(1)",
                "{sum: 1}.sum(2)",
                "1e999999999",
                "1000000000000000000000000000000",
                "{a b: 1}",
                "{\"a\": 1}",
                "1 +",
                "if true then 1",
                "\"unclosed",
                "",
                "1; 2"
            })
    void refusesWhatTheWhitelistDoesNotName(String feel) {
        refusal(expression(feel));
    }

    @ParameterizedTest
    @CsvSource({
        "facts.kind.class, class",
        "'\"x\".class.name', class",
        "(facts.kind).class, class",
        "facts.kind.trim, trim",
        "facts.tags.clear, clear",
        "date(facts.kind).chronology, chronology",
        "{class: 1}.class, class",
        "{bytes: 1}.bytes, bytes",
        "facts.undeclared, undeclared"
    })
    void refusesPathsThatWouldCallJavaMethods(String feel, String step) {
        var declared =
                "<itemDefinition name=\"t\"><itemComponent name=\"kind\"/><itemComponent name=\"tags\"/></itemDefinition>";
        ModelGuard.check(model(declared, literal("d", "[facts.kind, facts.tags]")));
        assertTrue(refusal(model(declared, literal("d", feel))).contains(step), feel);
    }

    @Test
    void refusesAForeignFunctionWhereverFeelMayStand() {
        refusal(table("facts", EVIL, "1", ""));
        refusal(table(EVIL, "-", "1", ""));
        refusal(table("facts", "-", EVIL, ""));
        refusal(table("facts", "-", "1", "<outputValues><text>" + EVIL + "</text></outputValues>"));
        refusal(table("facts", "-", "1", "<defaultOutputEntry><text>" + EVIL + "</text></defaultOutputEntry>"));
        refusal(table(
                "facts</text></inputExpression><inputValues><text>" + EVIL
                        + "</text></inputValues></input><input><inputExpression><text>facts",
                "-",
                "1",
                ""));
        for (var place : new String[] {"allowedValues", "typeConstraint"}) {
            refusal(model(
                    "<itemDefinition name=\"t\"><typeRef>string</typeRef><%1$s><text>%2$s</text></%1$s></itemDefinition>"
                            .formatted(place, EVIL),
                    literal("d", "1")));
        }
    }

    @Test
    void refusesCellsWithLoopsAndFilters() {
        refusal(table("facts", "some x in ? satisfies x = 1", "1", ""));
        refusal(table("facts", "?[1]", "1", ""));
        ModelGuard.check(table("facts", "[1..3], &gt; 5", "1", ""));
        ModelGuard.check(table("facts", "", "1", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<import name=\"i\" namespace=\"x\" locationURI=\"file:/etc/passwd\" importType=\"x\"/>",
                "<businessKnowledgeModel name=\"b\"><variable name=\"b\"/></businessKnowledgeModel>",
                "<decisionService name=\"s\"/>",
                "<itemDefinition name=\"t\"><functionItem/></itemDefinition>",
                "<itemDefinition name=\"t\"><typeRef>t</typeRef></itemDefinition>",
                "<itemDefinition name=\"t\"><itemComponent name=\"u\"><typeRef>t</typeRef></itemComponent></itemDefinition>",
                "<itemDefinition name=\"t\"><itemComponent name=\"class\"/></itemDefinition>",
                "<itemDefinition name=\"t\"><typeRef>java.lang.Runtime</typeRef></itemDefinition>",
                "<itemDefinition name=\"a b\"/><itemDefinition name=\"a b\"/>",
                "<inputData id=\"i\" name=\"i j\"><variable name=\"i j\"/></inputData>",
                "<inputData id=\"i\" name=\"i\"><variable name=\"j\"/></inputData>",
                "<x:evil xmlns:x=\"urn:x\"/>",
                "stray text"
            })
    void refusesElementsBeyondInputsTypesAndDecisions(String element) {
        refusal(model(element, literal("d", "1")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<context><contextEntry><literalExpression><text>1</text></literalExpression></contextEntry></context>",
                "<invocation><literalExpression><text>1</text></literalExpression></invocation>",
                "<functionDefinition kind=\"Java\"><literalExpression><text>1</text></literalExpression></functionDefinition>",
                "<relation/>",
                "<list><literalExpression><text>1</text></literalExpression></list>",
                "<for iteratorVariable=\"i\"/>",
                "<some iteratorVariable=\"i\"/>",
                "<filter/>",
                "<conditional/>",
                "<literalExpression><importedValues/></literalExpression>",
                "<literalExpression expressionLanguage=\"http://www.java.com/java\"><text>1</text></literalExpression>",
                "<literalExpression class=\"java.lang.ProcessBuilder\"><text>1</text></literalExpression>",
                "<literalExpression reference=\"../..\"><text>1</text></literalExpression>",
                "<literalExpression><text>1</text><text>2</text></literalExpression>",
                "<decisionTable hitPolicy=\"COLLECT\"><output/></decisionTable>",
                "<decisionTable hitPolicy=\"RULE ORDER\"><output/></decisionTable>",
                ""
            })
    void refusesDecisionsThatAreNeitherTableNorLiteralExpression(String body) {
        refusal(model("", "<decision id=\"d\" name=\"d\"><variable name=\"d\"/>" + body + "</decision>"));
    }

    @Test
    void refusesDocumentTypesBeforeAnyEntityIsExpanded() {
        var bomb = "<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
                + expression("&b;").replace("&amp;b;", "&b;");
        assertTrue(refusal(bomb).contains("DOCTYPE"));
        var file = "<!DOCTYPE d [<!ENTITY f SYSTEM \"file:///etc/hostname\">]>" + expression("1");
        assertTrue(refusal(file).contains("DOCTYPE"));
        assertTrue(refusal("<!DOCTYPE definitions SYSTEM \"http://127.0.0.1:1/d.dtd\">" + expression("1"))
                .contains("DOCTYPE"));
    }

    @Test
    void refusesModelsOfAnotherLanguageOrVersion() {
        refusal("<definitions/>");
        refusal(expression("1").replace("20230324", "20191111"));
        refusal("not XML at all");
    }

    @Test
    void refusesWhatIsTooLarge() {
        assertTrue(refusal(expression("1") + " ".repeat(200 * 1024)).contains("200 KB"));
        assertTrue(refusal(expression("\"" + "慈".repeat(70_000) + "\"")).contains("200 KB"));
        refusal(expression("\"" + "x".repeat(4_001) + "\""));

        var decisions = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            decisions.append(literal("d" + i, "1"));
        }
        ModelGuard.check(model("", decisions.toString()));
        assertTrue(refusal(model("", decisions + literal("d60", "1"))).contains("60 decisions"));

        var rule = "<rule><inputEntry><text>1</text></inputEntry><outputEntry><text>1</text></outputEntry></rule>";
        var whole = table("facts", "1", "1", "");
        ModelGuard.check(whole.replace("</decisionTable>", rule.repeat(499) + "</decisionTable>"));
        assertTrue(refusal(whole.replace("</decisionTable>", rule.repeat(500) + "</decisionTable>"))
                .contains("500 rules"));
    }

    @Test
    void refusesTextsThatWouldOverflowTheStackOfTheParser() {
        refusal(expression("(".repeat(1_900) + "1" + ")".repeat(1_900)));
        refusal(expression("-".repeat(3_900) + "1"));
        refusal(expression("1+".repeat(1_900) + "1"));
        refusal(expression("if true then 1 else ".repeat(190) + "1"));
        refusal(expression("1" + " in 1".repeat(190)));
        refusal(expression("facts" + ".months".repeat(190)));
        refusal(model(
                "<itemDefinition name=\"t\">" + "<itemComponent name=\"c\">".repeat(3_000)
                        + "</itemComponent>".repeat(3_000) + "</itemDefinition>",
                literal("d", "1")));
    }

    @Test
    void refusesValuesThatDoubleAtEveryStep() {
        var doubling = new StringBuilder("{a0: \"xxxxxxxxxx\"");
        for (int i = 1; i < 40; i++) {
            doubling.append(", a%d: a%d + a%d".formatted(i, i - 1, i - 1));
        }
        assertTrue(refusal(expression(doubling + "}")).contains("grow"));

        var decisions = new StringBuilder(literal("d0", "[1]"));
        for (int i = 1; i < 40; i++) {
            decisions.append(literal("d" + i, "{a: d%1$d, b: d%1$d}".formatted(i - 1)));
        }
        assertTrue(refusal(model("", decisions.toString())).contains("grow"));
    }

    @Test
    void refusesDecisionsThatNeedThemselves() {
        assertTrue(refusal(model("", literal("a", "b + 1") + literal("b", "a + 1")))
                .contains("needs itself"));
    }

    @Test
    void nothingButWhatItKnowsReachesTheEngine() {
        var decorated = expression("1")
                .replace(
                        "<literalExpression>",
                        "<extensionElements><evil>%s</evil></extensionElements>".formatted(EVIL)
                                + "<!-- note --><?pi x?><literalExpression xmlns:k=\"urn:k\" k:class=\"java.lang.Runtime\" label=\"l\">")
                .replace(
                        "</definitions>",
                        "<x:DMNDI xmlns:x=\"https://www.omg.org/spec/DMN/20230324/DMNDI/\">"
                                + "<x:DMNDiagram/></x:DMNDI></definitions>");
        var xml = ModelGuard.guard(decorated).xml();
        for (var gone : new String[] {"evil", "external", "note", "pi", "Runtime", "DMNDI", "label"}) {
            assertFalse(xml.contains(gone), gone);
        }
        assertTrue(xml.contains("<text>1</text>"));
    }
}
