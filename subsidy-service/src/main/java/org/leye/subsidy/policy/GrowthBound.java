package org.leye.subsidy.policy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.lang.ast.BaseNode;
import org.kie.dmn.feel.lang.ast.ContextNode;
import org.kie.dmn.feel.lang.ast.IfExpressionNode;
import org.kie.dmn.feel.lang.ast.NameRefNode;
import org.kie.dmn.feel.lang.ast.PathExpressionNode;
import org.kie.dmn.feel.lang.ast.QualifiedNameNode;
import org.kie.dmn.feel.lang.ast.StringNode;

/**
 * How large a value a model could build, before it runs: without loops, {@code b: a + a, c: b + b, ...} still doubles a text
 * at every step, and no thread of the engine can be stopped. Counts every value as if it were a text that operators join; one
 * unit is one input value. A decision that needs itself is refused on the way.
 */
final class GrowthBound {

    private static final long LARGEST = 10_000;

    /**
     * What a decision is made of.
     *
     * @param questions the input expressions of a table; a cell sees their value as {@code ?}
     * @param tests the cells that are compared
     * @param answers per rule the cells that are answered; a literal expression is one rule of one cell
     * @param joined whether the answers of several rules are put together
     */
    record Body(List<BaseNode> questions, List<BaseNode> tests, List<List<BaseNode>> answers, boolean joined) {}

    private final Map<String, Body> decisions;
    private final Map<String, Long> known = new HashMap<>();
    private final Deque<String> open = new ArrayDeque<>();

    GrowthBound(Map<String, Body> decisions) {
        this.decisions = decisions;
    }

    /** Refuses with MODEL_REFUSED when some value could grow beyond the limit. */
    void check() {
        decisions.keySet().forEach(this::decision);
    }

    /** The same for a text outside any decision. */
    void check(BaseNode node) {
        size(node, Map.of());
    }

    private long decision(String name) {
        var ready = known.get(name);
        if (ready != null) {
            return ready;
        }
        if (open.contains(name)) {
            throw FeelGuard.refused("decision " + name + " that needs itself");
        }
        open.push(name);
        var body = decisions.get(name);
        long asked = 1;
        for (var question : body.questions()) {
            asked = bounded(asked + size(question, Map.of()));
        }
        var cell = Map.of("?", asked);
        body.tests().forEach(test -> size(test, cell));
        long size = 1;
        for (var rule : body.answers()) {
            long answer = 0;
            for (var part : rule) {
                answer = bounded(answer + size(part, cell));
            }
            size = body.joined() ? bounded(size + answer) : Math.max(size, answer);
        }
        open.pop();
        known.put(name, size);
        return size;
    }

    private long size(@Nullable BaseNode node, Map<String, Long> local) {
        return switch (node) {
            case null -> 1;
            case NameRefNode name -> named(name.getText(), local);
            case QualifiedNameNode path -> named(path.getParts().getFirst().getText(), local);
            case PathExpressionNode path -> size(path.getExpression(), local);
            case StringNode text -> 1 + text.getText().length() / FactReader.LONGEST_TEXT;
            case IfExpressionNode choice -> {
                size(choice.getCondition(), local);
                yield Math.max(size(choice.getThenExpression(), local), size(choice.getElseExpression(), local));
            }
            case ContextNode context -> context(context, local);
            default -> {
                long size = 1;
                for (var child : node.getChildrenNode()) {
                    size = child instanceof BaseNode below ? bounded(size + size(below, local)) : size;
                }
                yield size;
            }
        };
    }

    private long context(ContextNode context, Map<String, Long> outer) {
        var local = new HashMap<>(outer);
        long size = 1;
        for (var entry : context.getEntries()) {
            long value = size(entry.getValue(), local);
            local.put(FeelGuard.key(entry), value);
            size = bounded(size + value);
        }
        return size;
    }

    private long named(String name, Map<String, Long> local) {
        var here = local.get(name);
        if (here != null) {
            return here;
        }
        return decisions.containsKey(name) ? decision(name) : 1;
    }

    private static long bounded(long size) {
        if (size > LARGEST) {
            throw FeelGuard.refused("values that grow without need");
        }
        return size;
    }
}
