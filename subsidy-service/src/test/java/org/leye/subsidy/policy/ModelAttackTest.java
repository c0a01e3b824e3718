package org.leye.subsidy.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.leye.platform.problem.ProblemException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kie.dmn.feel.runtime.FEELFunction;
import org.kie.dmn.feel.runtime.functions.BuiltInFunctions;

/**
 * No Java call, no file, no loop, no entity gets in, from any place of the file: each attack is tried in every place, and the
 * model is refused, or what is compiled is the same as if nothing stood there. An overflow of the stack would fail each test.
 */
class ModelAttackTest {

    private static final String UNTOUCHED = ModelGuard.guard(ModelPlaces.WHOLE).xml();

    private static final String EXTERNAL =
            "function(x) external {java: {class: \"java.lang.System\", method signature: \"exit(int)\"}}";

    private static final Set<String> ALLOWED_FUNCTIONS = Set.of(
            "abs",
            "ceiling",
            "contains",
            "count",
            "date",
            "decimal",
            "duration",
            "floor",
            "list contains",
            "max",
            "min",
            "not",
            "round down",
            "round half down",
            "round half up",
            "round up",
            "sum",
            "years and months duration");

    private static final Random RANDOM = new Random(20_230_324L);

    static Stream<String> attacks() {
        return Stream.of(
                EXTERNAL,
                "(" + EXTERNAL + ")(1)",
                "{f: " + EXTERNAL + ", r: f(1)}.r",
                "function(x) external {pmml: {document: \"file:///etc/passwd\", model: \"m\"}}",
                "function(x) x + 1",
                "{f: function() f(), r: f()}.r",
                "for i in 1..1000000000 return i",
                "for i in [1, 2], j in [1, 2] return i + j",
                "some x in [1..1000000000] satisfies x > 1",
                "every x in [1, 2] satisfies x > 1",
                "[1, 2][item > 1]",
                "[1, 2][-1]",
                "{a: [1]}.a[1]",
                "facts instance of string",
                "9 ** 9 ** 9 ** 9",
                "1e999999999",
                "1E9",
                "9".repeat(1_000),
                "\"x\".getClass()",
                "facts.class.forName",
                "facts.kind.getBytes",
                "(facts.kind).chars",
                "(1, 1)",
                "-".repeat(3_000) + "1",
                "(".repeat(50_000) + ")".repeat(50_000),
                "[".repeat(1_000) + "1" + "]".repeat(1_000),
                "{a: ".repeat(100) + "1" + "}".repeat(100),
                "if true then ".repeat(100) + "1" + " else 2".repeat(100),
                "not(".repeat(100) + "true" + ")".repeat(100),
                "1 " + "in 1 ".repeat(300),
                "1" + " + 1".repeat(900),
                "[" + "[1, 1], ".repeat(200) + "1]",
                "\"" + "x".repeat(4_001) + "\"",
                doubling("\"xx\"", "%1$s + %1$s"),
                doubling("[1, 1]", "[%1$s, %1$s]"),
                doubling("[1]", "{x: %1$s, y: %1$s}"),
                doubling("2", "if true then %1$s * %1$s else 1"),
                "\\u0066unction(x) x",
                "ｆunction(x) x",
                "fun\u200bction(x) x",
                "1; import java.lang.System",
                "${java.lang.System}",
                "#{1}",
                "1 // \n + 1 /* ");
    }

    private static String doubling(String first, String next) {
        return IntStream.rangeClosed(1, 40)
                .mapToObj(i -> "a%d: %s".formatted(i, next.formatted("a" + (i - 1))))
                .collect(Collectors.joining(", ", "{a0: " + first + ", ", "}"));
    }

    static Stream<String> foreignElements() {
        var literal = "<literalExpression><text>1</text></literalExpression>";
        return Stream.of(
                "<import name=\"i\" namespace=\"x\" locationURI=\"file:/etc/passwd\" importType=\"x\"/>",
                "<businessKnowledgeModel name=\"b\"><variable name=\"b\"/><encapsulatedLogic kind=\"Java\">" + literal
                        + "</encapsulatedLogic></businessKnowledgeModel>",
                "<decisionService name=\"s\"><variable name=\"s\"/></decisionService>",
                "<knowledgeSource name=\"k\"/>",
                "<knowledgeRequirement><requiredKnowledge href=\"#b\"/></knowledgeRequirement>",
                "<functionDefinition kind=\"Java\">" + literal + "</functionDefinition>",
                "<functionItem/>",
                "<invocation>" + literal + "<binding><parameter name=\"p\"/>" + literal + "</binding></invocation>",
                "<context><contextEntry><variable name=\"a\"/>" + literal + "</contextEntry></context>",
                "<list>" + literal + "</list>",
                "<relation><column name=\"c\"/><row>" + literal + "</row></relation>",
                "<for iteratorVariable=\"i\"><in>%1$s</in><return>%1$s</return></for>".formatted(literal),
                "<some iteratorVariable=\"i\"><in>%1$s</in><satisfies>%1$s</satisfies></some>".formatted(literal),
                "<every iteratorVariable=\"i\"><in>%1$s</in><satisfies>%1$s</satisfies></every>".formatted(literal),
                "<filter><in>%1$s</in><match>%1$s</match></filter>".formatted(literal),
                "<conditional><if>%1$s</if><then>%1$s</then><else>%1$s</else></conditional>".formatted(literal),
                "<importedValues/>",
                "<script>1</script>");
    }

    static Stream<String> elementsOfOtherLanguages() {
        return Stream.of(
                "<x:evil xmlns:x=\"urn:x\">" + escaped(EXTERNAL) + "</x:evil>",
                "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"file:///etc/passwd\" parse=\"text\"/>",
                "<decision xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\" name=\"old\"/>",
                "<literalExpression xmlns=\"http://www.omg.org/spec/DMN/20180521/MODEL/\"><text>1</text></literalExpression>",
                "<java.lang.ProcessBuilder xmlns=\"\"><command><string>true</string></command></java.lang.ProcessBuilder>",
                "<dynamic-proxy xmlns=\"\"><interface>java.lang.Comparable</interface></dynamic-proxy>",
                "<xsl:value-of xmlns:xsl=\"http://www.w3.org/1999/XSL/Transform\" select=\"document('file:///etc/passwd')\"/>",
                "stray " + escaped(EXTERNAL));
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void noTextOfTheFileLetsAnAttackIn(String attack) {
        ModelPlaces.withText(escaped(attack)).forEach(ModelAttackTest::refusedOrLeftOut);
        ModelPlaces.withTypeReference(escaped(attack)).forEach(ModelAttackTest::refusedOrLeftOut);
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void noExpressionHidesAnAttack(String attack) {
        for (var around : new String[] {
            "{a: %s}",
            "{a: 1, b: [{c: %s}]}",
            "[1, %s]",
            "sum(%s)",
            "sum(n: %s)",
            "if %s then 1 else 2",
            "if true then 1 else %s",
            "1 + (%s)",
            "(%s).amount",
            "not(%s)",
            "1 in (%s)",
            "1 in [%s..2]",
            "(%s) between 1 and 2"
        }) {
            refused(PolicyFixture.expression(around.formatted(attack)));
        }
    }

    @Test
    void noSpellingHidesAnAttack() {
        var spellings = Stream.of(
                "<![CDATA[" + EXTERNAL + "]]>",
                "fun<![CDATA[ction(x) x]]>",
                "fun<!-- -->ction(x) x",
                "fun<?pi x?>ction(x) x",
                "&#102;&#x75;nction(x) x",
                "  \n\t function(x) x",
                "fo<!-- -->r i in [1] return i",
                "<b xmlns=\"\">function(x) x</b>",
                "1<b xmlns=\"\"/>",
                "<text>1</text>");
        spellings.forEach(spelling -> ModelPlaces.withText(spelling).forEach(ModelAttackTest::refusedOrLeftOut));
    }

    @ParameterizedTest
    @MethodSource({"foreignElements", "elementsOfOtherLanguages"})
    void noElementTakesAForeignOne(String element) {
        ModelPlaces.withChild(element).forEach(ModelAttackTest::refusedOrLeftOut);
    }

    @ParameterizedTest
    @MethodSource({"foreignElements", "elementsOfOtherLanguages"})
    void noElementGivesWayToAForeignOne(String element) {
        ModelPlaces.withReplacement(element).forEach(ModelAttackTest::refusedOrLeftOut);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "description",
                "extensionElements",
                "question",
                "allowedAnswers",
                "textAnnotation",
                "annotationEntry"
            })
    void whatSaysNothingIsLeftOutWithAllItHolds(String name) {
        var element = "<%1$s xmlns=\"%2$s\"><x>%3$s</x>%3$s</%1$s>".formatted(name, ModelXml.DMN, escaped(EXTERNAL));
        ModelPlaces.withChild(element).forEach(ModelAttackTest::refusedOrLeftOut);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class=java.lang.Runtime",
                "reference=../..",
                "resolves-to=java.util.PriorityQueue",
                "expressionLanguage=http://www.java.com/java",
                "expressionLanguage=http://www.omg.org/spec/FEEL/20140401",
                "typeLanguage=http://www.w3.org/2001/XMLSchema",
                "locationURI=file:///etc/passwd",
                "href=file:///etc/passwd",
                "href=#../../definitions",
                "typeRef=java.lang.Runtime",
                "typeRef=feel:function",
                "kind=Java",
                "iteratorVariable=i",
                "hitPolicy=RULE ORDER",
                "aggregation=SUMMARY",
                "name=class; exit",
                "id=../../x",
                "onload=alert",
                "schemaLocation=http://127.0.0.1:1/x.xsd"
            })
    void noElementTakesAForeignAttribute(String attribute) {
        var parts = attribute.split("=", 2);
        ModelPlaces.withAttribute(parts[0], parts[1]).forEach(ModelAttackTest::refusedOrLeftOut);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE definitions>",
                "<!DOCTYPE definitions SYSTEM \"file:///etc/passwd\">",
                "<!DOCTYPE definitions PUBLIC \"x\" \"http://127.0.0.1:1/x.dtd\">",
                "<!DOCTYPE d [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>",
                "<!DOCTYPE d [<!ENTITY f SYSTEM \"file:///etc/passwd\">]>",
                "<!DOCTYPE d [<!ENTITY % p SYSTEM \"http://127.0.0.1:1/p\"> %p;]>",
                "<!DOCTYPE d [<!ATTLIST decision class CDATA \"java.lang.Runtime\">]>",
                "<?xml version=\"1.1\"?><!DOCTYPE definitions>",
                "<!-- --><!DOCTYPE definitions>"
            })
    void noDocumentTypeIsRead(String doctype) {
        assertTrue(refused(doctype + ModelPlaces.WHOLE).contains("DOCTYPE"));
        ModelPlaces.withText("&a;&b;&f;")
                .map(model -> model.replaceFirst("<\\?xml[^>]*\\?>", ""))
                .forEach(model -> refused(doctype + model));
    }

    @Test
    void onlyTheseFunctionsOfTheEngineMayBeCalled() {
        var letIn = new TreeSet<String>();
        for (FEELFunction function : BuiltInFunctions.getFunctions()) {
            var model = PolicyFixture.expression(function.getName() + "(1)");
            if (!isRefused(model)) {
                letIn.add(function.getName());
            }
        }
        assertEquals(new TreeSet<>(ALLOWED_FUNCTIONS), letIn);
    }

    /** Each type names another twice: the ways through forty of them are a million millions. */
    @ParameterizedTest
    @ValueSource(ints = {1, -1})
    void typesThatNameEachOtherTwiceAreLookedAtOnce(int direction) {
        var types = IntStream.rangeClosed(1, 40)
                .mapToObj(i -> """
                        <itemDefinition name="t%1$d"><itemComponent name="a"><typeRef>t%2$d</typeRef></itemComponent>
                        <itemComponent name="b"><typeRef>t%2$d</typeRef></itemComponent></itemDefinition>
                        """.formatted(i, i + direction))
                .collect(Collectors.joining("", "<itemDefinition name=\"t0\"/>", "<itemDefinition name=\"t41\"/>"));
        var model = PolicyFixture.model(types, PolicyFixture.literal("d", "1"));
        // Whoever walks all the ways never comes back: better a failure than a build that stands still.
        assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> assertTrue(refused(model).contains("levels")));
    }

    /** A range may be as wide as it likes: it is compared with, and never becomes the list of all that lies in it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "count([1..100000000000])",
                "list contains([1..100000000000], 5)",
                "5 in [1..100000000000]",
                "min([1..100000000000])",
                "[1..100000000000] = (0..100000000000]",
                "sum([1..100000000000])",
                "decimal(1 / 3, 100000000000)",
                "round up(1 / 3, 100000000000)",
                "date(100000000000, 1, 1)",
                "date(\"2022-01-01\") + duration(\"P999999999Y\")"
            })
    void largeNumbersMakeNoLargeWork(String feel) {
        var model = KieDecisionModel.compile(ModelGuard.guard(PolicyFixture.expression(feel)));
        try {
            assertTrue(model.on(Map.of()).decide(List.of("d")).containsKey("d"));
        } catch (ProblemException refusal) {
            assertEquals(PolicyProblem.MODEL_FAILED, refusal.type());
        }
    }

    /** Words of the language in any order: refused, or compiled, and nothing else. */
    @Test
    void noHeapOfWordsBreaksTheParser() {
        var words =
                "( ) [ ] { } 1 facts months . , : + - * / ** if then else in between and or not = < > .. ? \"a\" null sum date a // \\u0041 ' ｆ"
                        .split(" ");
        for (int i = 0; i < 3_000; i++) {
            var text = IntStream.range(0, 1 + RANDOM.nextInt(12))
                    .mapToObj(each -> words[RANDOM.nextInt(words.length)])
                    .collect(Collectors.joining(RANDOM.nextBoolean() ? " " : ""));
            try {
                KieDecisionModel.compile(ModelGuard.guard(PolicyFixture.expression(text)));
            } catch (ProblemException refusal) {
                assertEquals(PolicyProblem.MODEL_REFUSED, refusal.type(), text);
            }
        }
    }

    private static void refusedOrLeftOut(String model) {
        try {
            assertEquals(UNTOUCHED, ModelGuard.guard(model).xml(), model);
        } catch (ProblemException refusal) {
            assertEquals(PolicyProblem.MODEL_REFUSED, refusal.type(), model);
        }
    }

    private static String refused(String model) {
        var refusal = assertThrows(ProblemException.class, () -> ModelGuard.check(model), model);
        assertEquals(PolicyProblem.MODEL_REFUSED, refusal.type());
        return refusal.detail().en();
    }

    private static boolean isRefused(String model) {
        try {
            ModelGuard.check(model);
            return false;
        } catch (ProblemException refusal) {
            return true;
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
