package org.leye.subsidy.policy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.kie.dmn.feel.lang.ast.BaseNode;
import org.kie.dmn.feel.lang.ast.NameRefNode;
import org.kie.dmn.feel.lang.ast.PathExpressionNode;
import org.kie.dmn.feel.lang.ast.QualifiedNameNode;

/** Which facts the decisions of a model read, themselves or by way of other decisions. Call after the growth was checked. */
final class FactsRead {

    private static final String FACTS = "facts";
    private static final String BASIS_DATE = "on";

    private final Map<String, GrowthBound.Body> decisions;
    private final Map<String, Set<String>> known = new HashMap<>();

    FactsRead(Map<String, GrowthBound.Body> decisions) {
        this.decisions = decisions;
    }

    Map<String, Set<String>> ofAll() {
        decisions.keySet().forEach(this::of);
        return Map.copyOf(known);
    }

    private Set<String> of(String decision) {
        var ready = known.get(decision);
        if (ready != null) {
            return ready;
        }
        var read = new HashSet<String>();
        var body = decisions.get(decision);
        Stream.of(
                        body.questions().stream(),
                        body.tests().stream(),
                        body.answers().stream().flatMap(answer -> answer.stream()))
                .flatMap(nodes -> nodes)
                .forEach(node -> collect(node, read));
        known.put(decision, Set.copyOf(read));
        return known.get(decision);
    }

    private void collect(BaseNode node, Set<String> read) {
        switch (node) {
            case QualifiedNameNode path
            when isFacts(path.getParts().getFirst()) ->
                path.getParts().stream().skip(1).limit(1).forEach(step -> read.add(step.getText()));
            case QualifiedNameNode path -> named(path.getParts().getFirst().getText(), read);
            case PathExpressionNode path
            when isFacts(path.getExpression()) ->
                read.add(firstStep(path.getName().getText()));
            case PathExpressionNode path -> collect(path.getExpression(), read);
            case NameRefNode name -> named(name.getText(), read);
            default -> {
                for (var child : node.getChildrenNode()) {
                    if (child instanceof BaseNode below) {
                        collect(below, read);
                    }
                }
            }
        }
    }

    private void named(String name, Set<String> read) {
        if (name.equals(BASIS_DATE)) {
            read.add(BASIS_DATE);
        } else if (decisions.containsKey(name)) {
            read.addAll(of(name));
        }
    }

    private static boolean isFacts(BaseNode node) {
        return node.getText().equals(FACTS);
    }

    private static String firstStep(String path) {
        int dot = path.indexOf('.');
        return dot < 0 ? path : path.substring(0, dot);
    }
}
