package org.leye.subsidy.policy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.core.ast.DecisionNodeImpl;
import org.kie.dmn.model.api.DecisionTable;
import org.kie.dmn.model.api.HitPolicy;
import org.kie.dmn.validation.DMNValidator.Validation;
import org.kie.dmn.validation.dtanalysis.InternalDMNDTAnalyserFactory;
import org.kie.dmn.validation.dtanalysis.model.DTAnalysis;

/** Where the decision tables of a model say nothing, or two things at once. */
final class TableFlaws {

    private static final Pattern PARAMETER = Pattern.compile("\\bparameters\\.([A-Za-z][A-Za-z0-9]*)");

    /** A comparison of so many takes about a second; of ten times as many, minutes. */
    private static final long MOST_CASES = 70_000;

    private static final int MOST_SHOWN = 50;

    private TableFlaws() {}

    /** In words; empty if there are none. A table whose cells cannot be compared with each other is a flaw, too. */
    static List<String> of(PolicyDocument policy) {
        if (!policy.model().contains("decisionTable")) {
            return List.of();
        }
        var model =
                KieDecisionModel.compile(ModelGuard.guard(withValues(policy))).model();
        var tooLarge = tables(model)
                .filter(table -> cases(table) > MOST_CASES)
                .map(table -> "table " + table.getId() + ": too many rules and inputs to be compared, split it")
                .toList();
        return tooLarge.isEmpty() ? compared(model) : tooLarge;
    }

    private static List<String> compared(DMNModel model) {
        return InternalDMNDTAnalyserFactory.newDMNDTAnalyser(List.of())
                .analyse(model, Set.of(Validation.ANALYZE_DECISION_TABLE))
                .stream()
                .flatMap(TableFlaws::of)
                .limit(MOST_SHOWN)
                .toList();
    }

    private static Stream<DecisionTable> tables(DMNModel model) {
        return model.getDecisions().stream()
                .map(node -> ((DecisionNodeImpl) node).getDecision().getExpression())
                .filter(DecisionTable.class::isInstance)
                .map(DecisionTable.class::cast);
    }

    /** Every different cell of a column has a beginning and an end, and columns multiply: what a comparison walks through. */
    private static long cases(DecisionTable table) {
        return IntStream.range(0, table.getInput().size())
                .mapToLong(column -> 1 + 2 * cells(table, column))
                .reduce(1, (one, other) -> Math.min(one * other, MOST_CASES + 1));
    }

    private static long cells(DecisionTable table, int column) {
        return table.getRule().stream()
                .map(rule -> rule.getInputEntry().get(column).getText().strip())
                .filter(cell -> !cell.equals("-"))
                .distinct()
                .count();
    }

    private static Stream<String> of(DTAnalysis table) {
        if (table.isError()) {
            return table.asDMNMessages().stream().map(DMNMessage::getText);
        }
        var where = "table " + table.nameOrIDOfTable() + ": ";
        return Stream.concat(
                table.getGaps().stream()
                        .filter(gap -> !hasDefault(table.getSource()))
                        .map(gap -> where + "no rule for " + gap.asHumanFriendly(table.getDdtaTable())),
                table.getOverlaps().stream()
                        .filter(overlap -> table.getSource().getHitPolicy() == HitPolicy.UNIQUE)
                        .map(overlap -> where + "rules " + overlap.getRules() + " both hold for "
                                + overlap.getOverlap().asHumanFriendly(table.getDdtaTable())));
    }

    private static boolean hasDefault(DecisionTable table) {
        return table.getOutput().stream().allMatch(output -> output.getDefaultOutputEntry() != null);
    }

    /** The model with the numbers of the version in place of their names: only values can be compared. */
    private static String withValues(PolicyDocument policy) {
        return PARAMETER
                .matcher(policy.model())
                .replaceAll(found -> Matcher.quoteReplacement(
                        literal(policy.parameters(), found.group(1)).orElse(found.group())));
    }

    private static Optional<String> literal(Map<String, @Nullable Object> parameters, String name) {
        return switch (parameters.get(name)) {
            case BigDecimal number -> Optional.of(number.toPlainString());
            case Boolean flag -> Optional.of(flag.toString());
            case null, default -> Optional.empty();
        };
    }
}
