package org.leye.subsidy.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.lang.ast.BaseNode;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Decides what a model may hold, before any engine compiles it (architecture section 8): input data, item definitions, and
 * decisions that are a decision table or a literal expression; every FEEL text in the file is parsed and its tree walked
 * ({@link FeelGuard}); nothing in it can grow without bound ({@link GrowthBound}). It is a whitelist and not a timer, because
 * no thread of the engine can be stopped.
 */
public final class ModelGuard {

    private static final int MOST_DECISIONS = 60;
    private static final int MOST_RULES = 500;
    private static final int MOST_TYPES_DEEP = 10;
    private static final Set<String> TEST_PLACES =
            Set.of("allowedValues", "typeConstraint", "inputValues", "outputValues", "inputEntry");
    private static final Set<String> BUILT_IN_TYPES = Set.of(
            "string",
            "number",
            "boolean",
            "date",
            "Any",
            "context",
            "days and time duration",
            "years and months duration");

    private final Element root;
    private final FeelGuard feel = new FeelGuard();
    private final List<BaseNode> texts = new ArrayList<>();
    private final List<BaseNode> typeTests = new ArrayList<>();
    private final Map<String, GrowthBound.Body> decisions = new LinkedHashMap<>();
    private final Map<String, Element> types = new LinkedHashMap<>();
    private final Map<String, Integer> heights = new HashMap<>();
    private final Map<String, Set<String>> inputs = new LinkedHashMap<>();
    private final Set<String> names = new HashSet<>();

    private ModelGuard(Element root) {
        this.root = root;
    }

    /** Refuses with MODEL_REFUSED, saying what is not allowed. */
    public static void check(String model) {
        guard(model);
    }

    static GuardedModel guard(String model) {
        var guard = new ModelGuard(ModelXml.read(model));
        guard.readTypes();
        guard.readInputs();
        guard.readDecisions();
        guard.texts.forEach(guard.feel::declareKeys);
        guard.texts.forEach(guard.feel::check);
        var growth = new GrowthBound(guard.decisions);
        growth.check();
        guard.typeTests.forEach(growth::check);
        return new GuardedModel(
                ModelXml.write(guard.root),
                List.copyOf(guard.decisions.keySet()),
                guard.inputs,
                new FactsRead(guard.decisions).ofAll());
    }

    private void readTypes() {
        for (var type : children(root, "itemDefinition")) {
            unique(types.put(type.getAttribute("name"), type), type);
        }
        for (var type : types.values()) {
            readComponents(type);
        }
        types.forEach((name, type) -> height(name, type, new HashSet<>()));
    }

    private void readComponents(Element type) {
        for (var constraint : Stream.of("allowedValues", "typeConstraint")
                .flatMap(place -> children(type, place).stream())
                .toList()) {
            typeTests.add(text(constraint));
        }
        for (var component : children(type, "itemComponent")) {
            feel.declare(component.getAttribute("name"));
            readComponents(component);
        }
    }

    /**
     * How many types stand upon each other. One that holds itself would send the engine's compiler round for ever. Each is looked
     * at once: the ways through types that name the next one twice double with every step.
     */
    private int height(String name, Element type, Set<String> above) {
        var known = heights.get(name);
        if (known != null) {
            return known;
        }
        if (!above.add(name)) {
            throw FeelGuard.refused("type " + name + " that holds itself");
        }
        requireShallow(above.size());
        int height = 1;
        for (var other : referred(type)) {
            requireType(other);
            var below = types.get(other);
            height = below == null ? height : Math.max(height, 1 + height(other, below, above));
        }
        requireShallow(height);
        above.remove(name);
        heights.put(name, height);
        return height;
    }

    private static void requireShallow(int levels) {
        if (levels > MOST_TYPES_DEEP) {
            throw FeelGuard.refused("types of more than " + MOST_TYPES_DEEP + " levels");
        }
    }

    /** The types that {@code type} and all that it holds name. */
    private static List<String> referred(Element type) {
        var names = new ArrayList<String>();
        children(type, "typeRef")
                .forEach(reference -> names.add(reference.getTextContent().strip()));
        children(type, "itemComponent").forEach(component -> names.addAll(referred(component)));
        return names;
    }

    private void requireType(String name) {
        if (!name.isEmpty() && !BUILT_IN_TYPES.contains(name) && !types.containsKey(name)) {
            throw FeelGuard.refused("type " + name);
        }
    }

    private void readInputs() {
        for (var input : children(root, "inputData")) {
            var name = named(input);
            var type = types.get(variable(input).getAttribute("typeRef"));
            var declared = new LinkedHashSet<String>();
            if (type != null) {
                children(type, "itemComponent").forEach(component -> declared.add(component.getAttribute("name")));
            }
            inputs.put(name, declared);
        }
    }

    private void readDecisions() {
        var elements = children(root, "decision");
        if (elements.size() > MOST_DECISIONS) {
            throw FeelGuard.refused("more than " + MOST_DECISIONS + " decisions");
        }
        elements.forEach(this::named);
        for (var decision : elements) {
            var expressions = children(decision, "literalExpression");
            var tables = children(decision, "decisionTable");
            if (expressions.size() + tables.size() != 1) {
                throw FeelGuard.refused("decision without exactly one expression or table");
            }
            var body = tables.isEmpty() ? literal(expressions.getFirst()) : table(tables.getFirst());
            decisions.put(decision.getAttribute("name"), body);
        }
    }

    private GrowthBound.Body literal(Element expression) {
        requireType(expression.getAttribute("typeRef"));
        return new GrowthBound.Body(List.of(), List.of(), List.of(List.of(text(expression))), false);
    }

    private GrowthBound.Body table(Element table) {
        requireType(table.getAttribute("typeRef"));
        var collects = table.getAttribute("hitPolicy").equals("COLLECT");
        if (collects == table.getAttribute("aggregation").isEmpty()) {
            throw FeelGuard.refused("COLLECT without aggregation, or aggregation without COLLECT");
        }
        var rules = children(table, "rule");
        if (rules.size() > MOST_RULES) {
            throw FeelGuard.refused("more than " + MOST_RULES + " rules");
        }
        var questions = new ArrayList<BaseNode>();
        var tests = new ArrayList<BaseNode>();
        var answers = new ArrayList<List<BaseNode>>();
        for (var input : children(table, "input")) {
            texts(input, "inputExpression", questions);
            texts(input, "inputValues", tests);
        }
        var defaults = new ArrayList<BaseNode>();
        for (var output : children(table, "output")) {
            requireType(output.getAttribute("typeRef"));
            if (output.hasAttribute("name")) {
                feel.declare(output.getAttribute("name"));
            }
            texts(output, "outputValues", tests);
            texts(output, "defaultOutputEntry", defaults);
        }
        answers.add(defaults);
        for (var rule : rules) {
            texts(rule, "inputEntry", tests);
            var answer = new ArrayList<BaseNode>();
            texts(rule, "outputEntry", answer);
            answers.add(answer);
        }
        return new GrowthBound.Body(questions, tests, answers, collects);
    }

    private void texts(Element parent, String place, List<BaseNode> into) {
        children(parent, place).forEach(holder -> into.add(text(holder)));
    }

    private BaseNode text(Element holder) {
        var found = children(holder, "text");
        if (found.size() != 1) {
            throw FeelGuard.refused(holder.getLocalName() + " without exactly one text");
        }
        requireType(holder.getAttribute("typeRef"));
        var isTest = TEST_PLACES.contains(holder.getLocalName());
        if (isTest && found.getFirst().getTextContent().isBlank()) {
            // Some editors leave a cell that accepts anything empty.
            found.getFirst().setTextContent("-");
        }
        var feelText = found.getFirst().getTextContent();
        var tree = isTest ? FeelText.tests(feelText, names) : FeelText.expression(feelText, names);
        texts.add(tree);
        return tree;
    }

    private String named(Element element) {
        var name = element.getAttribute("name");
        if (!FeelGuard.IDENTIFIER.matcher(name).matches()
                || !variable(element).getAttribute("name").equals(name)) {
            throw FeelGuard.refused("name " + name + ": an identifier, the same as its variable's, is needed");
        }
        requireType(variable(element).getAttribute("typeRef"));
        unique(names.add(name) ? null : element, element);
        return name;
    }

    private static void unique(@Nullable Element other, Element element) {
        if (other != null) {
            throw FeelGuard.refused("second " + element.getAttribute("name"));
        }
    }

    private static Element variable(Element element) {
        var variables = children(element, "variable");
        if (variables.size() != 1) {
            throw FeelGuard.refused(element.getLocalName() + " without exactly one variable");
        }
        return variables.getFirst();
    }

    private static List<Element> children(Element parent, String name) {
        var found = new ArrayList<Element>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && element.getLocalName().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }
}
