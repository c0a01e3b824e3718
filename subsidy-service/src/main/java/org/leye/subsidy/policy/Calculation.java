package org.leye.subsidy.policy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.leye.platform.problem.ProblemException;

import org.jspecify.annotations.Nullable;

/**
 * How a model becomes an answer, whichever engine runs it: all predicates; if all pass, one line per unit, rounded HALF_UP to
 * the fen; then the total over the lines. Holds no number of any policy.
 */
record Calculation(PolicyDocument policy, DecisionModel model, String engineVersion) {

    static final String PREDICATE = "predicate_";
    private static final Map<String, @Nullable Object> NO_UNIT = Map.of();

    private record Total(Evaluation.Outcome outcome, long amountFen, List<ReasonCode> flags) {}

    Evaluation of(
            Map<String, ? extends @Nullable Object> givenFacts, Map<String, ? extends @Nullable Object> givenHistory) {
        var facts = FactReader.read(policy.terms().facts(), givenFacts, "/facts");
        var history = FactReader.read(policy.terms().history(), givenHistory, "/history");
        var inputs = new HashMap<String, @Nullable Object>();
        inputs.put("facts", facts.forModel());
        inputs.put("history", history.forModel());
        inputs.put("parameters", policy.parameters());

        var predicates = predicates(inputs);
        var failed = predicates.stream()
                .filter(predicate -> !predicate.pass())
                .map(Evaluation.Predicate::reason)
                .distinct()
                .toList();
        var input = Evaluation.inputJson(facts.stored(), history.stored());
        if (!failed.isEmpty()) {
            return answer(new Total(Evaluation.Outcome.REFUSED, 0, List.of()), List.of(), predicates, failed, input);
        }
        var lines = lines(inputs);
        var total = total(inputs, lines);
        var paid = total.outcome() != Evaluation.Outcome.REFUSED;
        return answer(total, lines, predicates, paid ? List.of(ReasonCode.OK) : total.flags(), input);
    }

    private Evaluation answer(
            Total total,
            List<Evaluation.Line> lines,
            List<Evaluation.Predicate> predicates,
            List<ReasonCode> reasons,
            String input) {
        return new Evaluation(
                total.outcome(),
                total.amountFen(),
                lines,
                predicates,
                reasons,
                total.flags(),
                policy.id(),
                policy.terms().confidence(),
                policy.sha256(),
                input,
                Fingerprint.ofOne(input),
                engineVersion);
    }

    private List<Evaluation.Predicate> predicates(Map<String, @Nullable Object> inputs) {
        var values = model.decide(model.predicates(), inputs);
        return model.predicates().stream()
                .map(name -> predicate(name, context(name, values.get(name))))
                .toList();
    }

    private Evaluation.Predicate predicate(String decision, Map<?, ?> context) {
        if (!(context.get("pass") instanceof Boolean pass)) {
            throw failed(decision, "pass is neither true nor false");
        }
        return new Evaluation.Predicate(
                decision.substring(PREDICATE.length()),
                json(context.get("value")),
                json(context.get("threshold")),
                pass,
                code(decision, context.get("reason")));
    }

    private List<Evaluation.Line> lines(Map<String, @Nullable Object> inputs) {
        var lines = new ArrayList<Evaluation.Line>();
        for (var unit : units(inputs)) {
            var withUnit = new HashMap<>(inputs);
            withUnit.put("unit", unit);
            var line = context("line", model.decide(List.of("line"), withUnit).get("line"));
            if (!(line.get("label") instanceof String label)) {
                throw failed("line", "label is not a text");
            }
            lines.add(new Evaluation.Line(
                    label, rounded(number("line", line.get("amountFen"))), code("line", line.get("reason"))));
        }
        return lines;
    }

    private List<?> units(Map<String, @Nullable Object> inputs) {
        var name = policy.terms().unitsFact();
        if (name != null
                && inputs.get("facts") instanceof Map<?, ?> facts
                && facts.get(name) instanceof List<?> units) {
            return units;
        }
        return List.of(NO_UNIT);
    }

    private Total total(Map<String, @Nullable Object> inputs, List<Evaluation.Line> lines) {
        var sum = lines.stream().mapToLong(Evaluation.Line::amountFen).reduce(0, Math::addExact);
        var clean =
                lines.stream().filter(line -> line.reason() == ReasonCode.OK).count();
        var withLines = new HashMap<>(inputs);
        withLines.put(
                "lines",
                Map.of(
                        "sumFen", BigDecimal.valueOf(sum),
                        "count", BigDecimal.valueOf(lines.size()),
                        "countOk", BigDecimal.valueOf(clean)));
        var total = context("total", model.decide(List.of("total"), withLines).get("total"));
        var amountFen = exact(number("total", total.get("amountFen")));
        var outcome = outcome(total.get("outcome"));
        var flags = flags(total.get("flags"));
        var refused = outcome == Evaluation.Outcome.REFUSED;
        if (refused != (amountFen == 0) || (refused && flags.isEmpty())) {
            throw failed("total", "an amount of 0 is a refusal with a reason, and nothing else is");
        }
        return new Total(outcome, amountFen, flags);
    }

    private Evaluation.Outcome outcome(@Nullable Object value) {
        return Stream.of(Evaluation.Outcome.values())
                .filter(outcome -> outcome.name().equals(value))
                .findFirst()
                .orElseThrow(() -> failed("total", "outcome is not APPROVED, PARTIAL or REFUSED"));
    }

    private List<ReasonCode> flags(@Nullable Object value) {
        if (!(value instanceof List<?> names)) {
            throw failed("total", "flags is not a list");
        }
        return names.stream().map(name -> code("total", name)).toList();
    }

    private Map<?, ?> context(String decision, @Nullable Object value) {
        if (value instanceof Map<?, ?> context) {
            return context;
        }
        throw failed(decision, "the answer is not a context");
    }

    private ReasonCode code(String decision, @Nullable Object value) {
        return Stream.of(ReasonCode.values())
                .filter(code -> code.name().equals(value))
                .findFirst()
                .orElseThrow(() -> failed(decision, "unknown reason code"));
    }

    private BigDecimal number(String decision, @Nullable Object value) {
        if (value instanceof BigDecimal number && number.signum() >= 0) {
            return number;
        }
        throw failed(decision, "amountFen is not a number of 0 or more");
    }

    private long rounded(BigDecimal fen) {
        return exact(fen.setScale(0, RoundingMode.HALF_UP));
    }

    private long exact(BigDecimal fen) {
        try {
            return fen.longValueExact();
        } catch (ArithmeticException notWhole) {
            throw failed("total", "amountFen is not a whole number of fen");
        }
    }

    /** Integers stay numbers, other numbers and dates become strings, as everywhere on the wire. */
    private @Nullable Object json(@Nullable Object value) {
        return switch (value) {
            case BigDecimal number when isInteger(number) -> number.longValueExact();
            case BigDecimal number -> number.stripTrailingZeros().toPlainString();
            case Temporal date -> date.toString();
            case TemporalAmount duration -> duration.toString();
            case List<?> list -> list.stream().map(this::json).toList();
            case Map<?, ?> map -> {
                var copy = new LinkedHashMap<String, @Nullable Object>();
                map.forEach((name, entry) -> copy.put(String.valueOf(name), json(entry)));
                yield copy;
            }
            case String text -> text;
            case Boolean flag -> flag;
            case null -> null;
            default -> throw failed("predicate", "a value that cannot be stored");
        };
    }

    private static boolean isInteger(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0 && CanonicalJson.isExact(number.toBigInteger());
    }

    private ProblemException failed(String decision, String why) {
        return PolicyProblem.MODEL_FAILED.because("%s 的决策 %s：%s", "%s, decision %s: %s", policy.id(), decision, why);
    }
}
