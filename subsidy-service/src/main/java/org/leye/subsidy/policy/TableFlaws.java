package org.leye.subsidy.policy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.model.api.DecisionTable;
import org.kie.dmn.model.api.HitPolicy;
import org.kie.dmn.validation.DMNValidator.Validation;
import org.kie.dmn.validation.dtanalysis.InternalDMNDTAnalyserFactory;
import org.kie.dmn.validation.dtanalysis.model.DTAnalysis;

/** Where the decision tables of a model say nothing, or two things at once. */
final class TableFlaws {

    private static final Pattern PARAMETER = Pattern.compile("\\bparameters\\.([A-Za-z][A-Za-z0-9]*)");

    private TableFlaws() {}

    /** In words; empty if there are none. A table whose cells cannot be compared with each other is a flaw, too. */
    static List<String> of(PolicyDocument policy) {
        if (!policy.model().contains("decisionTable")) {
            return List.of();
        }
        var model =
                KieDecisionModel.compile(ModelGuard.guard(withValues(policy))).model();
        return InternalDMNDTAnalyserFactory.newDMNDTAnalyser(List.of())
                .analyse(model, Set.of(Validation.ANALYZE_DECISION_TABLE))
                .stream()
                .flatMap(TableFlaws::of)
                .toList();
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
