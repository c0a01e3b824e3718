package org.leye.subsidy.policy;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Where the service takes a value of the history from when it decides with its own rows: from what was granted before to the
 * same subject and is not revoked.
 *
 * @param take what is made of these grants
 * @param instruments whose grants count
 * @param span which basis dates count; EVER if nothing is said
 * @param same names of facts or keys of the question that a grant must share; what is not told is never shared
 * @param where facts or keys that a grant must have had, with their values
 * @param of for VALUES the fact or key that is listed; for COUNT_COMMON_LINES the fact that lists the months asked about, or is
 *     the first of them
 * @param count how many months are asked about, the fact that says so; only where {@code of} is the first of them
 */
public record HistorySource(
        Take take,
        List<String> instruments,
        Span span,
        List<String> same,
        Map<String, String> where,
        @Nullable String of,
        @Nullable String count) {

    /** A line that carries this field stands for a month. */
    public static final String MONTH = "month";

    private static final Set<FactType> COMPARABLE =
            EnumSet.of(FactType.TEXT, FactType.INTEGER, FactType.BOOLEAN, FactType.DATE, FactType.MONTH);

    /** What is made of the grants; each gives a value of one type. */
    public enum Take {
        /** Whether there is one. */
        EXISTS(FactType.BOOLEAN),
        /** How many there are. */
        COUNT(FactType.INTEGER),
        /** In how many calendar years there is one. */
        COUNT_YEARS(FactType.INTEGER),
        /** What they come to. */
        SUM_FEN(FactType.INTEGER),
        /** How many lines they paid; where a line is a month, the months used. */
        COUNT_LINES(FactType.INTEGER),
        /** How many of the months asked about they paid. */
        COUNT_COMMON_LINES(FactType.INTEGER),
        /** The last month they paid; null if none. */
        LAST_LINE(FactType.MONTH),
        /** The values they had of a fact or key, each once. */
        VALUES(FactType.TEXT_LIST);

        private final FactType type;

        Take(FactType type) {
            this.type = type;
        }
    }

    /** Which grants count, by their basis date. */
    public enum Span {
        EVER,
        /** Those of the calendar year of the question. */
        CALENDAR_YEAR,
        /** Those of the days on which the version that asks is in force. */
        VERSION
    }

    public HistorySource {
        Objects.requireNonNull(take, "take");
        instruments = List.copyOf(Objects.requireNonNull(instruments, "instruments"));
        span = span == null ? Span.EVER : span;
        same = same == null ? List.of() : List.copyOf(same);
        where = where == null ? Map.of() : Map.copyOf(where);
        PolicyTerms.require(
                !instruments.isEmpty() && instruments.stream().allMatch(PolicyTerms::isName),
                "from: instruments names none, or what is no instrument");
    }

    /** Refuses a source that does not give what its definition is, or that names what the document does not have. */
    void requireFit(FactDefinition definition, PolicyTerms.Names known) {
        PolicyTerms.require(definition.type() == take.type, "from: " + take + " gives " + take.type);
        PolicyTerms.require(take != Take.LAST_LINE || definition.optional(), "from: LAST_LINE may give nothing");
        Stream.concat(same.stream(), where.keySet().stream())
                .forEach(name -> PolicyTerms.require(isComparable(known.typeOf(name)), "from: " + name));
        PolicyTerms.require(isOfFit(known), "from: of");
        PolicyTerms.require(isCountFit(known), "from: count");
    }

    private boolean isOfFit(PolicyTerms.Names known) {
        return switch (take) {
            case VALUES -> isComparable(known.typeOf(of));
            case COUNT_COMMON_LINES -> known.typeOf(of) == FactType.MONTH || known.listsMonths(of);
            default -> of == null;
        };
    }

    private boolean isCountFit(PolicyTerms.Names known) {
        var needed = take == Take.COUNT_COMMON_LINES && known.typeOf(of) == FactType.MONTH;
        return needed ? known.typeOf(count) == FactType.INTEGER : count == null;
    }

    private static boolean isComparable(@Nullable FactType type) {
        return type != null && COMPARABLE.contains(type);
    }
}
