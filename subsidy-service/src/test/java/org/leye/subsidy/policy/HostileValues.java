package org.leye.subsidy.policy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What nobody may say of a fact: values of another type, beyond its limits, or that only look like values. */
final class HostileValues {

    /** As deep as the reader of requests lets anything through. */
    private static final int DEEPEST = 900;

    private static final String LONE_SURROGATE = "慈\ud800";

    private static final BigDecimal HUGE = new BigDecimal("1E+999999999");
    private static final BigDecimal TINY = new BigDecimal("1E-999999999");

    private HostileValues() {}

    static List<Object> of(FactDefinition fact, LocalDate on) {
        var values = new ArrayList<Object>(List.of(Double.NaN, 1.5, nested(), Map.of("a/b~", Map.of())));
        values.addAll(
                switch (fact.type()) {
                    case TEXT -> texts(fact);
                    case INTEGER -> integers(fact);
                    case DECIMAL -> decimals(fact);
                    case BOOLEAN -> List.of("true", "", 1, 0, "NaN", List.of(true));
                    case DATE -> dates(fact, on);
                    case MONTH -> months(fact, on);
                    case TEXT_LIST -> lists(fact);
                    case RECORD -> List.of("x", List.of());
                    case RECORD_LIST -> records();
                });
        return values;
    }

    private static List<Object> texts(FactDefinition fact) {
        var anyText = List.<Object>of(5, true, List.of(), List.of("x"), "x".repeat(201), LONE_SURROGATE);
        if (fact.oneOf().isEmpty()) {
            return anyText;
        }
        var known = fact.oneOf().getFirst();
        var alike = Stream.<Object>of(
                "",
                " ",
                "null",
                "NaN",
                known + " ",
                known + "\u0000",
                known + "\u200b",
                known.toLowerCase(),
                "Ａ" + known);
        return Stream.concat(anyText.stream(), alike).toList();
    }

    private static List<Object> integers(FactDefinition fact) {
        return List.of(
                fact.lowest() - 1,
                fact.highest() + 1,
                Long.MIN_VALUE,
                Long.MAX_VALUE,
                BigInteger.TEN.pow(20),
                BigInteger.TEN.pow(900).negate(),
                new BigDecimal("1"),
                HUGE,
                1.0,
                Double.POSITIVE_INFINITY,
                "1",
                "",
                "NaN",
                "一",
                true,
                List.of(1));
    }

    private static List<Object> decimals(FactDefinition fact) {
        return List.of(
                BigDecimal.valueOf(fact.lowest())
                        .subtract(new BigDecimal("0.0001"))
                        .toPlainString(),
                BigDecimal.valueOf(fact.highest()).add(new BigDecimal("0.0001")).toPlainString(),
                HUGE,
                TINY,
                "1".repeat(5_000),
                "0.0000000000001",
                "1e5",
                "0x1",
                ".5",
                "0.",
                "00.5",
                "0,5",
                "１",
                " 0.5",
                "",
                "NaN",
                "Infinity",
                0.5,
                true);
    }

    private static List<Object> dates(FactDefinition fact, LocalDate on) {
        var never = Stream.<Object>of(
                "2022-13-01",
                "2022-02-30",
                "2023-02-29",
                "0000-00-00",
                "1899-12-31",
                "2200-01-01",
                "+999999999-12-31",
                "-0001-01-01",
                "20220801",
                "2022-8-1",
                "2022-08",
                "2022-08-01T00:00:00",
                "２０２２-08-01",
                "today",
                "NaN",
                "",
                20_220_801);
        var future = Stream.<Object>of(on.plusDays(1).toString()).filter(day -> fact.notAfterBasis());
        return Stream.concat(never, future).toList();
    }

    private static List<Object> months(FactDefinition fact, LocalDate on) {
        var never = Stream.<Object>of(
                "2022-13",
                "2022-00",
                "2022",
                "2022-1",
                "2022-08-01",
                "1899-12",
                "2200-01",
                "+999999999-12",
                "",
                "NaN",
                202_208);
        var future =
                Stream.<Object>of(YearMonth.from(on).plusMonths(1).toString()).filter(month -> fact.notAfterBasis());
        return Stream.concat(never, future).toList();
    }

    private static List<Object> lists(FactDefinition fact) {
        var allowed = fact.oneOf().isEmpty() ? "x" : fact.oneOf().getFirst();
        return List.of(
                allowed,
                5,
                List.of(5),
                List.of(List.of()),
                List.of(LONE_SURROGATE),
                Arrays.asList(allowed, null),
                Collections.nCopies(2_001, allowed));
    }

    private static List<Object> records() {
        return List.of(
                "x",
                5,
                List.of("x"),
                List.of(List.of()),
                Collections.singletonList(null),
                List.of(Map.of("nobodyAsked", 1)),
                Collections.nCopies(2_001, Map.of()));
    }

    private static Object nested() {
        Object inner = List.of();
        for (int i = 0; i < DEEPEST; i++) {
            inner = i % 2 == 0 ? Map.of("a", inner) : List.of(inner);
        }
        return Map.of("a", inner);
    }
}
