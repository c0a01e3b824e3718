package org.leye.subsidy.policy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;

/**
 * The one way to write a value as JSON, so that equal facts have equal bytes and equal hashes (RFC 8785): no white space,
 * names sorted by UTF-16 code units, shortest escapes. Takes null, booleans, strings, integers of at most 2^53-1 in size,
 * lists and maps; decimals and dates are written as strings. Binary floats are refused with IllegalArgumentException.
 */
public final class CanonicalJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final BigInteger LARGEST = BigInteger.TWO.pow(53).subtract(BigInteger.ONE);

    private final StringBuilder out = new StringBuilder();

    private CanonicalJson() {}

    public static String write(@Nullable Object value) {
        var json = new CanonicalJson();
        json.value(value);
        return json.out.toString();
    }

    /** Whether {@link #write} takes this value. */
    static boolean isWritable(@Nullable Object value) {
        try {
            write(value);
            return true;
        } catch (IllegalArgumentException withoutForm) {
            return false;
        }
    }

    /** What {@link #write} wrote; integers come back as Integer or Long. */
    public static Map<String, @Nullable Object> read(String json) {
        try {
            return MAPPER.readValue(json, new TypeReference<Map<String, @Nullable Object>>() {});
        } catch (JsonProcessingException invalid) {
            throw new IllegalArgumentException("not canonical JSON", invalid);
        }
    }

    /** The object under a name of another; empty if there is none. */
    @SuppressWarnings("unchecked")
    public static Map<String, @Nullable Object> object(Map<String, @Nullable Object> holder, String name) {
        return holder.get(name) instanceof Map<?, ?> object ? (Map<String, @Nullable Object>) object : Map.of();
    }

    /** Whether JSON readers everywhere see this integer as it is: RFC 8785 numbers are IEEE doubles. */
    static boolean isExact(BigInteger number) {
        return number.abs().compareTo(LARGEST) <= 0;
    }

    private void value(@Nullable Object value) {
        switch (value) {
            case null -> out.append("null");
            case Boolean flag -> out.append(flag.booleanValue());
            case String text -> string(text);
            case Integer number -> integer(BigInteger.valueOf(number));
            case Long number -> integer(BigInteger.valueOf(number));
            case BigInteger number -> integer(number);
            case BigDecimal number -> string(number.toPlainString());
            case LocalDate date -> string(date.toString());
            case YearMonth month -> string(month.toString());
            case List<?> list -> array(list);
            case Map<?, ?> map -> object(map);
            default ->
                throw new IllegalArgumentException(
                        "no canonical form for " + value.getClass().getSimpleName());
        }
    }

    private void integer(BigInteger number) {
        if (!isExact(number)) {
            throw new IllegalArgumentException("integer beyond 2^53-1");
        }
        out.append(number);
    }

    private void array(List<?> list) {
        out.append('[');
        var separator = "";
        for (var entry : list) {
            out.append(separator);
            value(entry);
            separator = ",";
        }
        out.append(']');
    }

    private void object(Map<?, ?> map) {
        // String's own order compares UTF-16 code units, which is what the RFC asks for.
        var sorted = new TreeMap<String, @Nullable Object>();
        map.forEach((name, entry) -> sorted.put((String) name, entry));
        out.append('{');
        var separator = "";
        for (var entry : sorted.entrySet()) {
            out.append(separator);
            string(entry.getKey());
            out.append(':');
            value(entry.getValue());
            separator = ",";
        }
        out.append('}');
    }

    private void string(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                out.append(c).append(text.charAt(++i));
            } else if (Character.isSurrogate(c)) {
                throw new IllegalArgumentException("lone surrogate in a string");
            } else {
                character(c);
            }
        }
        out.append('"');
    }

    private void character(char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> {
                if (c < ' ') {
                    out.append(String.format("\\u%04x", (int) c));
                } else {
                    out.append(c);
                }
            }
        }
    }
}
