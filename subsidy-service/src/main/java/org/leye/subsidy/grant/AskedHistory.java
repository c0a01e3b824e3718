package org.leye.subsidy.grant;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.leye.subsidy.policy.HistorySource;
import org.leye.subsidy.policy.PolicyTerms;

import org.jspecify.annotations.Nullable;

/** One question about other cases: makes the value of a part of the history out of what the subject was granted. */
final class AskedHistory {

    private static final Pattern MONTH = Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])");

    private final PolicyTerms terms;
    private final LocalDate on;
    private final Map<String, ? extends @Nullable Object> facts;
    private final Map<String, String> told;

    AskedHistory(
            PolicyTerms terms, LocalDate on, Map<String, ? extends @Nullable Object> facts, Map<String, String> keys) {
        this.terms = terms;
        this.on = on;
        this.facts = facts;
        this.told = Told.of(facts, keys);
    }

    @Nullable
    Object value(HistorySource from, List<Granted> granted) {
        var counting = granted.stream()
                .filter(one -> from.instruments().contains(one.instrument()))
                .filter(one -> isWithin(from.span(), one.basisDate()))
                .filter(one -> isAlike(from, one.told()))
                .toList();
        return switch (from.take()) {
            case EXISTS -> !counting.isEmpty();
            case COUNT -> (long) counting.size();
            case COUNT_YEARS ->
                counting.stream()
                        .map(one -> one.basisDate().getYear())
                        .distinct()
                        .count();
            case SUM_FEN -> counting.stream().mapToLong(Granted::amountFen).sum();
            case COUNT_LINES -> paidLabels(counting).count();
            case COUNT_COMMON_LINES ->
                paidLabels(counting).filter(isAskedAbout(from)).distinct().count();
            case LAST_LINE -> paidMonths(counting).max(String::compareTo).orElse(null);
            case VALUES -> values(counting, Objects.requireNonNull(from.of()));
        };
    }

    private boolean isWithin(HistorySource.Span span, LocalDate basisDate) {
        return switch (span) {
            case EVER -> true;
            case CALENDAR_YEAR -> basisDate.getYear() == on.getYear();
            case VERSION -> terms.inForceOn(basisDate);
        };
    }

    private boolean isAlike(HistorySource from, Map<String, String> ofGrant) {
        return from.same().stream()
                        .allMatch(
                                name -> told.containsKey(name) && told.get(name).equals(ofGrant.get(name)))
                && ofGrant.entrySet().containsAll(from.where().entrySet());
    }

    private static Stream<String> paidLabels(List<Granted> grants) {
        return grants.stream()
                .flatMap(granted -> granted.lines().stream())
                .filter(PaidLine::isPaid)
                .map(PaidLine::label);
    }

    private static Stream<String> paidMonths(List<Granted> grants) {
        return paidLabels(grants).filter(AskedHistory::isMonth);
    }

    private static List<String> values(List<Granted> grants, String name) {
        return grants.stream()
                .map(granted -> granted.told().get(name))
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    /** Facts that cannot be read ask about no month: the policy, which reads them next, refuses them by name. */
    private Predicate<String> isAskedAbout(HistorySource from) {
        return from.count() == null ? listed(from) : oneAfterTheOther(from);
    }

    private Predicate<String> listed(HistorySource from) {
        var months = facts.get(from.of()) instanceof List<?> entries
                ? entries.stream()
                        .filter(Map.class::isInstance)
                        .map(entry -> String.valueOf(((Map<?, ?>) entry).get(HistorySource.MONTH)))
                        .toList()
                : List.of();
        return months::contains;
    }

    private Predicate<String> oneAfterTheOther(HistorySource from) {
        var first = told.getOrDefault(from.of(), "");
        var count = facts.get(from.count()) instanceof Number number ? number.longValue() : 0;
        return label -> isMonth(first) && isMonth(label) && isWithin(monthsFrom(first, label), count);
    }

    private static long monthsFrom(String first, String label) {
        return YearMonth.parse(first).until(YearMonth.parse(label), ChronoUnit.MONTHS);
    }

    private static boolean isWithin(long months, long count) {
        return months >= 0 && months < count;
    }

    private static boolean isMonth(String text) {
        return MONTH.matcher(text).matches();
    }
}
