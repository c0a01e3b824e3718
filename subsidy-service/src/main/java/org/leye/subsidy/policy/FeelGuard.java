package org.leye.subsidy.policy;

import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.leye.platform.problem.ProblemException;

import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.lang.ast.AtLiteralNode;
import org.kie.dmn.feel.lang.ast.BaseNode;
import org.kie.dmn.feel.lang.ast.BetweenNode;
import org.kie.dmn.feel.lang.ast.BooleanNode;
import org.kie.dmn.feel.lang.ast.ContextEntryNode;
import org.kie.dmn.feel.lang.ast.ContextNode;
import org.kie.dmn.feel.lang.ast.DashNode;
import org.kie.dmn.feel.lang.ast.FunctionInvocationNode;
import org.kie.dmn.feel.lang.ast.IfExpressionNode;
import org.kie.dmn.feel.lang.ast.InNode;
import org.kie.dmn.feel.lang.ast.InfixOpNode;
import org.kie.dmn.feel.lang.ast.InfixOperator;
import org.kie.dmn.feel.lang.ast.ListNode;
import org.kie.dmn.feel.lang.ast.NameDefNode;
import org.kie.dmn.feel.lang.ast.NameRefNode;
import org.kie.dmn.feel.lang.ast.NamedParameterNode;
import org.kie.dmn.feel.lang.ast.NullNode;
import org.kie.dmn.feel.lang.ast.NumberNode;
import org.kie.dmn.feel.lang.ast.PathExpressionNode;
import org.kie.dmn.feel.lang.ast.QualifiedNameNode;
import org.kie.dmn.feel.lang.ast.RangeNode;
import org.kie.dmn.feel.lang.ast.SignedUnaryNode;
import org.kie.dmn.feel.lang.ast.StringNode;
import org.kie.dmn.feel.lang.ast.UnaryTestListNode;
import org.kie.dmn.feel.lang.ast.UnaryTestNode;
import org.kie.dmn.feel.lang.ast.UndefinedValueNode;

/**
 * The whitelist over the syntax tree of one FEEL text. What is not named here is refused: loops, filters, powers, unknown
 * functions, function definitions (the engine calls any Java method that an {@code external} one names). A step of a path
 * must be a name the model declares, because on a value that is no context the engine calls the Java method of that name.
 */
final class FeelGuard {

    static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,79}");

    private static final Set<String> FUNCTIONS = Set.of(
            "sum",
            "min",
            "max",
            "count",
            "abs",
            "floor",
            "ceiling",
            "decimal",
            "round up",
            "round down",
            "round half up",
            "round half down",
            "date",
            "duration",
            "years and months duration",
            "contains",
            "list contains",
            "not");

    private static final Set<String> DATE_PARTS = Set.of("year", "month", "day", "weekday", "years", "months", "days");

    /** An exponent writes a number of a billion digits in twelve characters. */
    private static final Pattern PLAIN_NUMBER = Pattern.compile("[0-9]{1,18}(\\.[0-9]{1,18})?|\\.[0-9]{1,18}");

    /** No-argument methods of the values a path may reach, and the properties their getters look like. */
    private static final Set<String> JAVA_MEMBERS = Stream.of(String.class, BigDecimal.class, Boolean.class, List.class)
            .flatMap(type -> Stream.of(type.getMethods()))
            .filter(method -> method.getParameterCount() == 0)
            .map(Method::getName)
            .flatMap(name -> Stream.of(name, property(name)))
            .collect(Collectors.toUnmodifiableSet());

    private final Set<String> declared = new HashSet<>();

    /** Makes {@code name} a legal step of a path. Refuses what is also a member of a Java value. */
    void declare(String name) {
        if (!IDENTIFIER.matcher(name).matches()) {
            throw refused("name " + name);
        }
        if (JAVA_MEMBERS.contains(name)) {
            throw refused("name " + name + " (also a method of a Java value)");
        }
        declared.add(name);
    }

    /** Declares the keys of all literal contexts within {@code node}. Call for every text before {@link #check}. */
    void declareKeys(@Nullable BaseNode node) {
        switch (node) {
            case ContextNode context ->
                context.getEntries().forEach(entry -> {
                    declare(key(entry));
                    declareKeys(entry.getValue());
                });
            case null -> throw refused("incomplete expression");
            default -> {
                for (var child : node.getChildrenNode()) {
                    if (child instanceof BaseNode below) {
                        declareKeys(below);
                    }
                }
            }
        }
    }

    /** Walks the tree. Refuses with MODEL_REFUSED, naming the kind of node. */
    void check(@Nullable BaseNode node) {
        switch (node) {
            case null -> throw refused("incomplete expression");
            case StringNode text -> {}
            case BooleanNode flag -> {}
            case NullNode nothing -> {}
            case DashNode any -> {}
            case UndefinedValueNode open -> {}
            case AtLiteralNode constant -> {}
            case NumberNode number ->
                allow(PLAIN_NUMBER.matcher(number.getText()).matches(), "number");
            case NameRefNode name -> name(name);
            case QualifiedNameNode path -> path(path);
            case PathExpressionNode path -> {
                check(path.getExpression());
                step(path.getName());
            }
            case ContextNode context -> context.getEntries().forEach(entry -> check(entry.getValue()));
            case FunctionInvocationNode call -> call(call);
            case InfixOpNode operation -> {
                allow(operation.getOperator() != InfixOperator.POW, "power");
                checkAll(operation.getLeft(), operation.getRight());
            }
            default -> compound(node);
        }
    }

    private void compound(BaseNode node) {
        switch (node) {
            case ListNode list -> list.getElements().forEach(this::check);
            case SignedUnaryNode signed -> check(signed.getExpression());
            case IfExpressionNode choice ->
                checkAll(choice.getCondition(), choice.getThenExpression(), choice.getElseExpression());
            case BetweenNode between -> checkAll(between.getValue(), between.getStart(), between.getEnd());
            case InNode in -> checkAll(in.getValue(), in.getExprs());
            case RangeNode range -> checkAll(range.getStart(), range.getEnd());
            case UnaryTestListNode tests -> tests.getElements().forEach(this::check);
            case UnaryTestNode test -> check(test.getValue());
            case NamedParameterNode parameter -> check(parameter.getExpression());
            default -> throw refused(node.getClass().getSimpleName());
        }
    }

    private void checkAll(@Nullable BaseNode... nodes) {
        for (var node : nodes) {
            check(node);
        }
    }

    private void name(NameRefNode name) {
        var text = name.getText();
        allow(text.equals("?") || IDENTIFIER.matcher(text).matches(), "name " + text);
    }

    private void path(QualifiedNameNode path) {
        var parts = path.getParts();
        name(parts.getFirst());
        parts.subList(1, parts.size()).forEach(this::step);
    }

    private void step(@Nullable BaseNode node) {
        switch (node) {
            case NameRefNode name -> {
                var text = name.getText();
                allow(declared.contains(text) || DATE_PARTS.contains(text), "path step " + text);
            }
            case QualifiedNameNode names -> names.getParts().forEach(this::step);
            case null, default -> throw refused("path step");
        }
    }

    private void call(FunctionInvocationNode call) {
        allow(
                call.getName() instanceof NameRefNode name && FUNCTIONS.contains(name.getText()),
                "function " + name(call));
        check(call.getParams());
    }

    private static String name(FunctionInvocationNode call) {
        return call.getName() == null ? "" : call.getName().getText();
    }

    static String key(ContextEntryNode entry) {
        if (entry.getName() instanceof NameDefNode name) {
            return String.join(" ", List.copyOf(name.getParts()));
        }
        throw refused("key that is not a name");
    }

    private static void allow(boolean allowed, String what) {
        if (!allowed) {
            throw refused(what);
        }
    }

    private static String property(String method) {
        var name = method.replaceFirst("^(get|is)(?=[A-Z])", "");
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    static ProblemException refused(String what) {
        var shown = what.length() > 100 ? what.substring(0, 100) : what;
        return PolicyProblem.MODEL_REFUSED.because("模型不允许使用：%s", "Not allowed in a model: %s", shown);
    }
}
