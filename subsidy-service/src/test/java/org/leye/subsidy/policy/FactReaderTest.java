package org.leye.subsidy.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.leye.platform.problem.ProblemException;
import org.leye.platform.problem.Text;

import org.junit.jupiter.api.Test;

class FactReaderTest {

    private static FactDefinition fact(FactType type) {
        return definition(type, false, List.of(), null, null, List.of());
    }

    private static FactDefinition definition(
            FactType type, boolean optional, List<String> oneOf, Long min, Long max, List<FactDefinition> fields) {
        return new FactDefinition(
                "f", type, new Text("事", "f"), optional, oneOf, min, max, fields, false, false, List.of());
    }

    private static FactReader.Values read(FactDefinition definition, Object value) {
        return FactReader.read(List.of(definition), Map.of("f", value), "/facts", null);
    }

    private static String refusal(FactDefinition definition, Object value) {
        var refusal = assertThrows(ProblemException.class, () -> read(definition, value));
        assertEquals(PolicyProblem.FACTS_INVALID, refusal.type());
        var violation = refusal.violations().getFirst();
        return violation.pointer() + " " + violation.code();
    }

    @Test
    void readsEachTypeAsStoredAndAsCalculatedWith() {
        assertEquals(7L, read(fact(FactType.INTEGER), 7).stored().get("f"));
        assertEquals(
                new BigDecimal(7),
                read(fact(FactType.INTEGER), BigInteger.valueOf(7)).forModel().get("f"));
        assertEquals("0.50", read(fact(FactType.DECIMAL), "0.50").stored().get("f"));
        assertEquals(
                new BigDecimal("0.50"),
                read(fact(FactType.DECIMAL), new BigDecimal("0.50")).forModel().get("f"));
        assertEquals(
                "2023-02-20",
                read(fact(FactType.DATE), LocalDate.of(2023, 2, 20)).stored().get("f"));
        assertEquals(
                LocalDate.of(2023, 2, 20),
                read(fact(FactType.DATE), "2023-02-20").forModel().get("f"));
        assertEquals(
                "2023-02",
                read(fact(FactType.MONTH), YearMonth.of(2023, 2)).stored().get("f"));
        assertEquals(
                LocalDate.of(2023, 2, 1),
                read(fact(FactType.MONTH), "2023-02").forModel().get("f"));
    }

    @Test
    void refusesValuesOfAnotherType() {
        assertEquals("/facts/f FACT_TYPE", refusal(fact(FactType.INTEGER), "7"));
        assertEquals("/facts/f FACT_TYPE", refusal(fact(FactType.INTEGER), 7.0));
        assertEquals("/facts/f FACT_TYPE", refusal(fact(FactType.INTEGER), 9007199254740992L));
        assertEquals("/facts/f FACT_TYPE", refusal(fact(FactType.DECIMAL), 0.5));
        assertEquals("/facts/f FACT_TYPE", refusal(fact(FactType.DECIMAL), "1e9"));
        assertEquals("/facts/f FACT_TYPE", refusal(fact(FactType.BOOLEAN), "true"));
        assertEquals("/facts/f FACT_TYPE", refusal(fact(FactType.DATE), "2023-02-30"));
        assertEquals("/facts/f FACT_TYPE", refusal(fact(FactType.MONTH), "2023-2"));
        assertEquals("/facts/f FACT_TYPE", refusal(fact(FactType.TEXT), "x".repeat(201)));
        assertEquals("/facts/f FACT_TYPE", refusal(fact(FactType.TEXT_LIST), "x"));
        assertEquals("/facts/f FACT_TYPE", refusal(fact(FactType.TEXT_LIST), Arrays.asList("x", null)));
        assertEquals("/facts/f/1 FACT_TYPE", refusal(fact(FactType.TEXT_LIST), List.of("x", 1)));
    }

    @Test
    void refusesNumbersOutOfRangeAndTextsOffTheList() {
        var months = definition(FactType.INTEGER, false, List.of(), 0L, 12L, List.of());
        var kind = definition(FactType.TEXT, false, List.of("A"), null, null, List.of());
        assertEquals(12L, read(months, 12).stored().get("f"));
        assertEquals("/facts/f FACT_OUT_OF_RANGE", refusal(months, 13));
        assertEquals("/facts/f FACT_OUT_OF_RANGE", refusal(months, -1));
        assertEquals("/facts/f FACT_NOT_ALLOWED", refusal(kind, "B"));
    }

    @Test
    void namesEveryFaultAtOnceAlsoInsideRecords() {
        var rows = definition(FactType.RECORD_LIST, false, List.of(), null, null, List.of(fact(FactType.DATE)));
        var given = Map.of("f", List.of(Map.of("f", "2023-01-01"), Map.of("g", 1)), "other", 1);
        var refusal = assertThrows(ProblemException.class, () -> FactReader.read(List.of(rows), given, "/facts", null));
        var found = refusal.violations().stream()
                .map(each -> each.pointer() + " " + each.code())
                .toList();
        assertEquals(
                List.of("/facts/f/1/f FACT_MISSING", "/facts/f/1/g FACT_UNKNOWN", "/facts/other FACT_UNKNOWN"), found);
    }

    @Test
    void anOptionalFactMayBeAbsentAndIsStoredAsNull() {
        var optional = definition(FactType.DATE, true, List.of(), null, null, List.of());
        var values = FactReader.read(List.of(optional), Map.of(), "/facts", null);
        assertTrue(values.stored().containsKey("f"));
        assertNull(values.forModel().get("f"));
    }

    @Test
    void neverRepeatsTheValueInTheRefusal() {
        var refusal = assertThrows(ProblemException.class, () -> read(fact(FactType.DATE), "330282199001011234"));
        assertTrue(!refusal.violations().getFirst().detail().en().contains("3302"));
    }

    @Test
    void refusesNumbersAndDatesThatCannotBeMeant() {
        assertEquals("/facts/f FACT_OUT_OF_RANGE", refusal(fact(FactType.INTEGER), -1));
        assertEquals("/facts/f FACT_OUT_OF_RANGE", refusal(fact(FactType.INTEGER), 10_000_000_000_001L));
        assertEquals("/facts/f FACT_OUT_OF_RANGE", refusal(fact(FactType.DECIMAL), "-0.01"));
        assertEquals("/facts/f FACT_OUT_OF_RANGE", refusal(fact(FactType.DATE), "1899-12-31"));
        assertEquals("/facts/f FACT_TYPE", refusal(fact(FactType.MONTH), "2022-13"));
    }

    @Test
    void refusesADateAfterTheBasisDateWhereThatIsAbsurd() {
        var birth = new FactDefinition(
                "f", FactType.DATE, new Text("", ""), false, List.of(), null, null, List.of(), true, true, List.of());
        var on = LocalDate.of(2024, 3, 1);
        assertEquals(
                "2024-03-01",
                FactReader.read(List.of(birth), Map.of("f", "2024-03-01"), "/facts", on)
                        .stored()
                        .get("f"));
        assertThrows(
                ProblemException.class, () -> FactReader.read(List.of(birth), Map.of("f", "2024-03-02"), "/facts", on));
    }

    @Test
    void refusesAnEntryThatStandsTwiceInAList() {
        var month = new FactDefinition(
                "month",
                FactType.MONTH,
                new Text("", ""),
                false,
                List.of(),
                null,
                null,
                List.of(),
                false,
                false,
                List.of());
        var months = new FactDefinition(
                "f",
                FactType.RECORD_LIST,
                new Text("", ""),
                false,
                List.of(),
                null,
                null,
                List.of(month),
                false,
                false,
                List.of("month"));
        assertEquals(
                "/facts/f/1 FACT_TWICE",
                refusal(months, List.of(Map.of("month", "2024-03"), Map.of("month", "2024-03"))));
    }
}
