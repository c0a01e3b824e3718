package org.leye.subsidy.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {

    @Test
    void sortsNamesByUtf16CodeUnitsAsInTheExampleOfTheRfc() {
        // RFC 8785, 3.2.3: the pair that writes U+1F600 sorts before U+FB33, though its code point is larger.
        var names = new LinkedHashMap<String, Object>();
        for (var name : List.of("\u20ac", "\r", "\ufb33", "1", "\ud83d\ude00", "\u0080", "\u00f6")) {
            names.put(name, true);
        }
        assertEquals(
                "{\"\\r\":true,\"1\":true,\"\u0080\":true,\"\u00f6\":true,\"\u20ac\":true,\"\ud83d\ude00\":true,\"\ufb33\":true}",
                CanonicalJson.write(names));
    }

    @Test
    void escapesAsTheRfcSaysAndNothingElse() {
        // RFC 8785, 3.2.2.2
        assertEquals(
                "\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\\b\\t\\f\\r\u007f\u2028\"",
                CanonicalJson.write("\u20ac$\u000f\nA'B\"\\\\\"/\b\t\f\r\u007f\u2028"));
    }

    @Test
    void keepsTheOrderOfArraysAndWritesNoWhiteSpace() {
        var value = new HashMap<String, Object>();
        value.put("b", Arrays.asList(3, null, false, "x"));
        value.put("a", Map.of());
        assertEquals("{\"a\":{},\"b\":[3,null,false,\"x\"]}", CanonicalJson.write(value));
    }

    @Test
    void writesDecimalsAndDatesAsStrings() {
        assertEquals("\"0.5500\"", CanonicalJson.write(new BigDecimal("0.5500")));
        assertEquals("\"1000\"", CanonicalJson.write(new BigDecimal("1E3")));
        assertEquals("\"2023-02-20\"", CanonicalJson.write(LocalDate.of(2023, 2, 20)));
    }

    @Test
    void writesIntegersUpToWhatADoubleHoldsExactly() {
        assertEquals("-9007199254740991", CanonicalJson.write(-9007199254740991L));
        assertEquals("0", CanonicalJson.write(BigInteger.ZERO));
        assertThrows(IllegalArgumentException.class, () -> CanonicalJson.write(9007199254740992L));
    }

    @Test
    void refusesBinaryFloats() {
        assertThrows(IllegalArgumentException.class, () -> CanonicalJson.write(0.1));
        assertThrows(IllegalArgumentException.class, () -> CanonicalJson.write(List.of(1.0f)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud83d", "x\ude00", "\ude00\ud83d"})
    void refusesLoneSurrogates(String broken) {
        assertThrows(IllegalArgumentException.class, () -> CanonicalJson.write(broken));
    }
}
