package org.leye.subsidy.policy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.leye.platform.problem.ProblemException;

import org.jspecify.annotations.Nullable;

/** Reads what a model says; whatever is not as agreed is MODEL_FAILED, with the decision that said it. */
record ModelAnswers(String policyId) {

    private static final Pattern LABEL = Pattern.compile("[^=|\\p{Cntrl}\\p{Cs}]{1,100}");

    /** The amount of a unit, rounded HALF_UP to the fen. */
    Evaluation.Line line(String decision, @Nullable Object value) {
        var line = context(decision, value);
        var label =
                switch (line.get("label")) {
                    case String text -> text;
                    case LocalDate month -> YearMonth.from(month).toString();
                    case BigDecimal number
                    when isInteger(number) -> number.toBigInteger().toString();
                    case null, default -> throw failed(decision, "label is no text, month or whole number");
                };
        if (!LABEL.matcher(label).matches()) {
            throw failed(decision, "label is too long, or holds what separates lines");
        }
        return new Evaluation.Line(
                label, rounded(number(decision, line.get("amountFen"))), code(decision, line.get("reason")));
    }

    Evaluation.Outcome outcome(@Nullable Object value) {
        return Stream.of(Evaluation.Outcome.values())
                .filter(outcome -> outcome.name().equals(value))
                .findFirst()
                .orElseThrow(() -> failed("total", "outcome is not APPROVED, PARTIAL or REFUSED"));
    }

    List<ReasonCode> flags(@Nullable Object value) {
        if (!(value instanceof List<?> names)) {
            throw failed("total", "flags is not a list");
        }
        return names.stream().map(name -> code("total", name)).toList();
    }

    Map<?, ?> context(String decision, @Nullable Object value) {
        if (value instanceof Map<?, ?> context) {
            return context;
        }
        throw failed(decision, "the answer is not a context");
    }

    ReasonCode code(String decision, @Nullable Object value) {
        return Stream.of(ReasonCode.values())
                .filter(code -> code.name().equals(value))
                .findFirst()
                .orElseThrow(() -> failed(decision, "unknown reason code"));
    }

    BigDecimal number(String decision, @Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return number;
        }
        throw failed(decision, "what should be a number is none");
    }

    private long rounded(BigDecimal fen) {
        return exact(fen.setScale(0, RoundingMode.HALF_UP));
    }

    long exact(BigDecimal fen) {
        try {
            return fen.longValueExact();
        } catch (ArithmeticException notWhole) {
            throw failed("total", "amountFen is not a whole number of fen");
        }
    }

    /** Integers stay numbers, other numbers and dates become strings, as everywhere on the wire. */
    @Nullable
    Object json(@Nullable Object value) {
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

    ProblemException failed(String decision, String why) {
        return PolicyProblem.MODEL_FAILED.because("%s 的决策 %s：%s", "%s, decision %s: %s", policyId, decision, why);
    }
}
