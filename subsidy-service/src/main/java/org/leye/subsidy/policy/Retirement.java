package org.leye.subsidy.policy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The statutory retirement month (domain.md C.2): the original month, put off by one month for every started step of months
 * that it lies after the reform, up to a limit. Ages, steps and limits are rows of the table {@code retirement}; which rule
 * holds for a woman is a fact, never guessed.
 *
 * @param ageMonths at which the kind retired before any reform
 * @param reform month from which retirement is put off; null while there is none
 * @param stepMonths length of a step
 * @param mostMonths the limit
 */
record Retirement(int ageMonths, @Nullable YearMonth reform, int stepMonths, int mostMonths) {

    private static final String TABLE = "retirement";

    /**
     * What a model reads under {@code retirement}: {@code original} and {@code month} as first days of months, the latter by the
     * law in force {@code on} the day asked for, and {@code atFirstApproval} by the law of the day of the fact
     * {@code firstApprovedOn}. Empty unless the facts tell {@code birthDate} and {@code retirementKind}.
     */
    static Optional<Map<String, @Nullable Object>> of(
            Map<String, @Nullable Object> facts, LocalDate on, TableReader tables) {
        if (!(facts.get("birthDate") instanceof LocalDate birth)
                || !(facts.get("retirementKind") instanceof String kind)) {
            return Optional.empty();
        }
        return rule(kind, on, tables).map(rule -> {
            var values = new HashMap<String, @Nullable Object>();
            values.put("original", rule.original(birth).atDay(1));
            values.put("month", rule.month(birth).atDay(1));
            values.put(
                    "atFirstApproval",
                    facts.get("firstApprovedOn") instanceof LocalDate approved
                            ? rule(kind, approved, tables)
                                    .map(then -> then.month(birth).atDay(1))
                                    .orElse(null)
                            : null);
            return values;
        });
    }

    private static Optional<Retirement> rule(String kind, LocalDate on, TableReader tables) {
        return tables.row(TABLE, on)
                .map(ReferenceTable.Row::value)
                .filter(Map.class::isInstance)
                .map(kinds -> ((Map<?, ?>) kinds).get(kind))
                .filter(Map.class::isInstance)
                .map(rule -> read((Map<?, ?>) rule));
    }

    private static Retirement read(Map<?, ?> rule) {
        return new Retirement(
                number(rule, "ageMonths"),
                rule.get("reform") instanceof String reform ? YearMonth.parse(reform) : null,
                number(rule, "stepMonths"),
                number(rule, "mostMonths"));
    }

    private static int number(Map<?, ?> rule, String name) {
        return rule.get(name) instanceof Number number ? number.intValue() : 0;
    }

    YearMonth original(LocalDate birth) {
        return YearMonth.from(birth).plusMonths(ageMonths);
    }

    YearMonth month(LocalDate birth) {
        var original = original(birth);
        if (reform == null || original.isBefore(reform)) {
            return original;
        }
        long started = ChronoUnit.MONTHS.between(reform, original) / stepMonths + 1;
        return original.plusMonths(Math.min(mostMonths, started));
    }
}
