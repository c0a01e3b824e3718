package org.leye.subsidy.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Where the answers of a policy may change: at its numbers and dates, at the ends of its span, at the rows of the tables; each
 * with its two neighbours. Also leap days, and dates that lie a limit of months, years or days away from the basis date.
 */
final class Boundaries {

    private static final List<LocalDate> LEAP_DAYS =
            List.of(LocalDate.of(2020, 2, 29), LocalDate.of(2024, 2, 29), LocalDate.of(2023, 2, 28));

    private static final BigDecimal LITTLE = new BigDecimal("0.0001");

    private final PolicyTerms terms;
    private final List<Object> values;
    private final List<Long> integers;
    private final List<BigDecimal> decimals;

    Boundaries(PolicyDocument policy) {
        terms = policy.terms();
        values = terms.parameters().stream().map(PolicyParameter::value).toList();
        integers = integers(tableRows());
        decimals = decimals(tableRows());
    }

    List<Long> integers() {
        return integers;
    }

    List<BigDecimal> decimals() {
        return decimals;
    }

    private List<Long> integers(List<ReferenceTable.Row> rows) {
        var numbers = Stream.concat(values.stream(), rows.stream().map(ReferenceTable.Row::value))
                .filter(Integer.class::isInstance)
                .map(value -> ((Number) value).longValue());
        return Stream.concat(numbers, LongStream.of(0, 1, 12, 100, 10_000).boxed())
                .flatMap(number -> Stream.of(number - 1, number, number + 1))
                .distinct()
                .toList();
    }

    private List<BigDecimal> decimals(List<ReferenceTable.Row> rows) {
        var numbers = Stream.concat(values.stream(), rows.stream().map(ReferenceTable.Row::value))
                .filter(value -> value instanceof String text
                        && FactReader.DECIMAL.matcher(text).matches())
                .map(value -> new BigDecimal(value.toString()));
        return Stream.concat(numbers, Stream.of(BigDecimal.ZERO, BigDecimal.ONE))
                .flatMap(number -> Stream.of(number.subtract(LITTLE), number, number.add(LITTLE)))
                .distinct()
                .toList();
    }

    /** The words of the document, for facts that take any; and one that it does not know. */
    List<String> words() {
        var known = values.stream()
                .flatMap(value -> value instanceof List<?> list ? list.stream() : Stream.empty())
                .map(String::valueOf);
        return Stream.concat(known, Stream.of("慈溪")).toList();
    }

    /** Days to ask on: about the ends of the span and of the rows of its tables, and leap days. */
    List<LocalDate> basisDates() {
        var ends = Stream.concat(Stream.of(terms.effectiveFrom()), Stream.ofNullable(terms.effectiveTo()));
        var rows = tableRows().stream().map(ReferenceTable.Row::from);
        return Stream.of(ends, rows, LEAP_DAYS.stream(), dates(values))
                .flatMap(Function.identity())
                .flatMap(Boundaries::neighbours)
                .toList();
    }

    /** Days that a fact may name when asked on {@code on}. */
    List<LocalDate> dates(LocalDate on) {
        var away = new ArrayList<LocalDate>(basisDates());
        away.add(on);
        for (var parameter : terms.parameters()) {
            if (parameter.value() instanceof Integer limit) {
                away.addAll(away(on, parameter.unit(), limit));
            }
        }
        // Ages at which people retire or still study, which not every document has as a parameter.
        for (int age : new int[] {16, 22, 45, 50, 55, 60}) {
            away.addAll(away(on, PolicyParameter.Unit.YEARS, age));
        }
        return away.stream().flatMap(Boundaries::neighbours).toList();
    }

    private static List<LocalDate> away(LocalDate on, PolicyParameter.Unit unit, int limit) {
        return switch (unit) {
            case YEARS -> List.of(on.minusYears(limit), on.plusYears(limit));
            case MONTHS -> List.of(on.minusMonths(limit), on.plusMonths(limit));
            case DAYS -> List.of(on.minusDays(limit), on.plusDays(limit));
            default -> List.of();
        };
    }

    private static Stream<LocalDate> dates(List<Object> values) {
        return values.stream()
                .filter(String.class::isInstance)
                .map(Object::toString)
                .flatMap(text -> {
                    if (text.matches("\\d{4}-\\d\\d-\\d\\d")) {
                        return Stream.of(LocalDate.parse(text));
                    }
                    return text.matches("\\d{4}-\\d\\d")
                            ? Stream.of(YearMonth.parse(text).atDay(1))
                            : Stream.empty();
                });
    }

    private static Stream<LocalDate> neighbours(LocalDate date) {
        return Stream.of(date.minusDays(1), date, date.plusDays(1));
    }

    private List<ReferenceTable.Row> tableRows() {
        return terms.tables().stream()
                .flatMap(name -> PolicyFixture.TABLES.named(name).stream())
                .flatMap(table -> table.rows().stream())
                .toList();
    }
}
