package org.leye.subsidy.policy;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * How far the lines of an evaluation have come; models read it as {@code before} within a line and as {@code lines} in the
 * total.
 *
 * @param countOk lines whose reason is OK
 * @param countPaid lines that pay something
 * @param reasons every other reason, once
 */
record Progress(long sumFen, long count, long countOk, long countPaid, List<ReasonCode> reasons) {

    static final Progress NONE = new Progress(0, 0, 0, 0, List.of());

    Progress and(Collection<Evaluation.Line> more) {
        return new Progress(
                more.stream().mapToLong(Evaluation.Line::amountFen).reduce(sumFen, Math::addExact),
                count + more.size(),
                countOk
                        + more.stream()
                                .filter(line -> line.reason() == ReasonCode.OK)
                                .count(),
                countPaid + more.stream().filter(Evaluation.Line::isPaid).count(),
                Stream.concat(reasons.stream(), more.stream().map(Evaluation.Line::reason))
                        .filter(reason -> reason != ReasonCode.OK)
                        .distinct()
                        .toList());
    }

    Map<String, @Nullable Object> forModel() {
        return Map.of(
                "sumFen", BigDecimal.valueOf(sumFen),
                "count", BigDecimal.valueOf(count),
                "countOk", BigDecimal.valueOf(countOk),
                "countPaid", BigDecimal.valueOf(countPaid),
                "reasons", reasons.stream().map(Enum::name).toList());
    }

    /** The total of a model that says nothing of it: the sum; less than asked where a line pays nothing. */
    Calculation.Total total(Supplier<? extends RuntimeException> unexplained) {
        if (sumFen == 0 && reasons.isEmpty()) {
            throw unexplained.get();
        }
        var outcome = sumFen == 0
                ? Evaluation.Outcome.REFUSED
                : countPaid < count ? Evaluation.Outcome.PARTIAL : Evaluation.Outcome.APPROVED;
        return new Calculation.Total(outcome, sumFen, reasons);
    }
}
