package org.leye.subsidy.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Finds what would make a failed condition a yes, by asking again: for each fact the condition reads, the nearest value by
 * which it would pass. Numbers and dates are searched in steps that double and then halve, which finds the boundary of a
 * condition that has one.
 */
final class Remedies {

    /** A life in days. */
    private static final long FURTHEST_DATE = 1L << 15;

    private static final long FURTHEST_NUMBER = 1L << 43;

    /** Decimals are tried in steps of a ten-thousandth: a hundredth of a percent. */
    private static final int DECIMAL_SCALE = 4;

    private static final String BASIS_DATE = "on";

    private final PolicyDocument policy;
    private final DecisionModel model;
    private final Calculation calculation;
    private final Question question;

    Remedies(PolicyDocument policy, DecisionModel model, Calculation calculation, Question question) {
        this.policy = policy;
        this.model = model;
        this.calculation = calculation;
        this.question = question;
    }

    List<Remedy> of(String predicate) {
        var read = model.factsRead(Calculation.PREDICATE + predicate);
        var remedies = new ArrayList<Remedy>();
        for (var fact : policy.terms().facts()) {
            if (read.contains(fact.name()) && !fact.fixed()) {
                values(fact, value -> calculation.passes(predicate, with(fact.name(), value)))
                        .map(value -> new Remedy(predicate, fact.name(), value))
                        .forEach(remedies::add);
            }
        }
        if (read.contains(BASIS_DATE)) {
            nearest(
                            1,
                            FURTHEST_DATE,
                            days -> question.on().plusDays(days),
                            on -> calculation.passes(predicate, question.withDate(on)))
                    .ifPresent(on -> remedies.add(new Remedy(predicate, BASIS_DATE, on.toString())));
        }
        return remedies;
    }

    private Question with(String fact, Object value) {
        var facts = new LinkedHashMap<String, @Nullable Object>(question.facts());
        facts.put(fact, value);
        return question.withFacts(facts);
    }

    private Stream<Object> values(FactDefinition fact, Predicate<Object> passes) {
        var now = question.facts().get(fact.name());
        return switch (fact.type()) {
            case BOOLEAN -> Stream.<Object>of(!Boolean.TRUE.equals(now)).filter(passes);
            case TEXT ->
                fact.oneOf().stream()
                        .map(Object.class::cast)
                        .filter(value -> !value.equals(now))
                        .filter(passes);
            case TEXT_LIST -> oneMore(fact, now).filter(passes);
            case INTEGER -> number(now instanceof Number number ? number.longValue() : 0, value -> value, passes);
            case DECIMAL -> decimal(now, passes);
            case DATE -> dates(now, passes);
            case MONTH -> months(now, passes);
            case RECORD, RECORD_LIST -> Stream.empty();
        };
    }

    private static Stream<Object> oneMore(FactDefinition fact, @Nullable Object now) {
        var given = now instanceof List<?> list ? list : List.of();
        return fact.oneOf().stream()
                .filter(value -> !given.contains(value))
                .map(value -> Stream.concat(given.stream(), Stream.of(value)).toList());
    }

    private Stream<Object> decimal(@Nullable Object now, Predicate<Object> passes) {
        var start = now == null ? BigDecimal.ZERO : new BigDecimal(now.toString());
        return number(
                start.movePointRight(DECIMAL_SCALE).longValue(),
                value -> BigDecimal.valueOf(value, DECIMAL_SCALE)
                        .stripTrailingZeros()
                        .toPlainString(),
                passes);
    }

    private Stream<Object> dates(@Nullable Object now, Predicate<Object> passes) {
        var start = now == null ? question.on() : LocalDate.parse(now.toString());
        return bothWays(FURTHEST_DATE, days -> start.plusDays(days).toString(), passes);
    }

    private Stream<Object> months(@Nullable Object now, Predicate<Object> passes) {
        var start = now == null ? YearMonth.from(question.on()) : YearMonth.parse(now.toString());
        return bothWays(FURTHEST_DATE / 30, months -> start.plusMonths(months).toString(), passes);
    }

    private Stream<Object> number(long start, LongFunction<Object> written, Predicate<Object> passes) {
        return bothWays(FURTHEST_NUMBER, distance -> written.apply(start + distance), passes);
    }

    private static Stream<Object> bothWays(long furthest, LongFunction<Object> at, Predicate<Object> passes) {
        return Stream.of(nearest(1, furthest, at, passes), nearest(-1, furthest, at, passes))
                .flatMap(Optional::stream);
    }

    /** The nearest value in one direction that passes, where values pass from some distance on. */
    private static <T> Optional<T> nearest(
            int direction, long furthest, LongFunction<T> at, Predicate<? super T> passes) {
        long far = 1;
        while (!passes.test(at.apply(direction * far))) {
            far *= 2;
            if (far > furthest) {
                return Optional.empty();
            }
        }
        long near = far / 2;
        while (far - near > 1) {
            long middle = (near + far) / 2;
            if (passes.test(at.apply(direction * middle))) {
                far = middle;
            } else {
                near = middle;
            }
        }
        return Optional.of(at.apply(direction * far));
    }
}
