package org.leye.subsidy.policy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.leye.platform.problem.Text;
import org.leye.platform.problem.Violation;

import org.jspecify.annotations.Nullable;

/**
 * Checks what a caller says against what a policy asks for, and turns each value into the form that is stored (canonical
 * JSON) and the form that the model calculates with. Refuses with FACTS_INVALID, naming every field at fault at once.
 */
final class FactReader {

    /** Limits of one value; the guard's bound on what a model can build counts in these. */
    static final int LONGEST_TEXT = 200;

    static final int LONGEST_LIST = 2_000;

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

    static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]{0,14})(\\.[0-9]{1,12})?");

    /** One set of values twice: as stored, as calculated with. */
    record Values(Map<String, @Nullable Object> stored, Map<String, @Nullable Object> forModel) {}

    private record Value(Object stored, Object forModel) {}

    private final List<Violation> violations = new ArrayList<>();

    private final @Nullable LocalDate on;

    private FactReader(@Nullable LocalDate on) {
        this.on = on;
    }

    /**
     * Reads {@code given} by {@code wanted}.
     *
     * @param pointer where the values stand in the caller's input
     * @param on the basis date, which some dates may not exceed; null if there is none
     */
    static Values read(
            List<FactDefinition> wanted,
            Map<String, ? extends @Nullable Object> given,
            String pointer,
            @Nullable LocalDate on) {
        var reader = new FactReader(on);
        if (on != null && !isSensible(on)) {
            reader.outOfRange("/on");
        }
        var values = reader.record(wanted, given, pointer);
        reader.requireNoViolation();
        return values;
    }

    /** Refuses with FACTS_INVALID what has no canonical form: what nobody checks must at least be recordable. */
    static void requireRecordable(Question question) {
        var reader = new FactReader(null);
        reader.requireRecordable(question.facts(), "/facts");
        reader.requireRecordable(question.history(), "/history");
        reader.requireNoViolation();
    }

    /** Whether any case can have to do with this day. */
    static boolean isSensible(LocalDate date) {
        return !date.isBefore(EARLIEST) && !date.isAfter(LATEST);
    }

    private void requireRecordable(Map<String, ? extends @Nullable Object> given, String pointer) {
        given.forEach((name, value) -> {
            if (!CanonicalJson.isWritable(Collections.singletonMap(name, value))) {
                refuse(pointer + "/" + step(name), "FACT_TYPE", "无法记录此值", "This value cannot be recorded");
            }
        });
    }

    private void requireNoViolation() {
        if (!violations.isEmpty()) {
            throw PolicyProblem.FACTS_INVALID.at(List.copyOf(violations));
        }
    }

    /** A name as a step of a JSON pointer (RFC 6901); half a character of it cannot be told. */
    private static String step(String name) {
        var told = new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        return told.replace("~", "~0").replace("/", "~1");
    }

    private Values record(List<FactDefinition> wanted, Map<String, ? extends @Nullable Object> given, String pointer) {
        var stored = new LinkedHashMap<String, @Nullable Object>();
        var forModel = new LinkedHashMap<String, @Nullable Object>();
        for (var definition : wanted) {
            var at = pointer + "/" + definition.name();
            var raw = given.get(definition.name());
            var value = raw == null ? absent(definition, at) : value(definition, raw, at);
            stored.put(definition.name(), value == null ? null : value.stored());
            forModel.put(definition.name(), value == null ? null : value.forModel());
        }
        var known = wanted.stream().map(FactDefinition::name).toList();
        for (var name : given.keySet()) {
            if (!known.contains(name)) {
                refuse(pointer + "/" + step(name), "FACT_UNKNOWN", "政策未要求此事实", "The policy does not ask for this fact");
            }
        }
        return new Values(stored, forModel);
    }

    private @Nullable Value absent(FactDefinition definition, String at) {
        return definition.optional() ? null : refuse(at, "FACT_MISSING", "缺少此事实", "This fact is missing");
    }

    private @Nullable Value value(FactDefinition definition, Object raw, String at) {
        return switch (definition.type()) {
            case TEXT -> text(definition, raw, at);
            case INTEGER -> integer(definition, raw, at);
            case DECIMAL -> decimal(definition, raw, at);
            case BOOLEAN -> raw instanceof Boolean ? new Value(raw, raw) : wrongType(FactType.BOOLEAN, at);
            case DATE -> date(definition, raw, at);
            case MONTH -> month(definition, raw, at);
            case RECORD -> nested(definition, raw, at);
            case TEXT_LIST -> list(raw, at, (entry, where) -> text(definition, entry, where));
            case RECORD_LIST -> records(definition, raw, at);
        };
    }

    private @Nullable Value text(FactDefinition definition, Object raw, String at) {
        if (!(raw instanceof String text) || text.length() > LONGEST_TEXT || !CanonicalJson.isWritable(text)) {
            return wrongType(FactType.TEXT, at);
        }
        if (!definition.oneOf().isEmpty() && !definition.oneOf().contains(text)) {
            var allowed = String.join(", ", definition.oneOf());
            return refuse(at, "FACT_NOT_ALLOWED", "应为以下之一：%s", "Must be one of: %s", allowed);
        }
        return new Value(text, text);
    }

    private @Nullable Value integer(FactDefinition definition, Object raw, String at) {
        var whole = raw instanceof Integer || raw instanceof Long || raw instanceof Short || raw instanceof BigInteger;
        if (!whole || !CanonicalJson.isExact(new BigInteger(raw.toString()))) {
            return wrongType(FactType.INTEGER, at);
        }
        var number = BigDecimal.valueOf(((Number) raw).longValue());
        return isBeyond(definition, number) ? outOfRange(at) : new Value(number.longValueExact(), number);
    }

    private static boolean isBeyond(FactDefinition definition, BigDecimal number) {
        return number.compareTo(BigDecimal.valueOf(definition.lowest())) < 0
                || number.compareTo(BigDecimal.valueOf(definition.highest())) > 0;
    }

    private @Nullable Value outOfRange(String at) {
        return refuse(at, "FACT_OUT_OF_RANGE", "数值超出范围", "The value is out of range");
    }

    private @Nullable Value decimal(FactDefinition definition, Object raw, String at) {
        // An exponent writes a number of a billion digits in twelve characters.
        var isShort = raw instanceof BigDecimal number && Math.abs((long) number.scale()) <= LONGEST_TEXT;
        var text = isShort ? ((BigDecimal) raw).toPlainString() : raw;
        if (!(text instanceof String digits) || !DECIMAL.matcher(digits).matches()) {
            return wrongType(FactType.DECIMAL, at);
        }
        var number = new BigDecimal(digits);
        return isBeyond(definition, number) ? outOfRange(at) : new Value(digits, number);
    }

    private @Nullable Value date(FactDefinition definition, Object raw, String at) {
        var date = raw instanceof LocalDate ready ? ready : parsed(raw, LocalDate::parse);
        if (date == null) {
            return wrongType(FactType.DATE, at);
        }
        return isAbsurd(definition, date) ? outOfRange(at) : new Value(date.toString(), date);
    }

    private @Nullable Value month(FactDefinition definition, Object raw, String at) {
        var month = raw instanceof YearMonth ready ? ready : parsed(raw, YearMonth::parse);
        if (month == null) {
            return wrongType(FactType.MONTH, at);
        }
        return isAbsurd(definition, month.atDay(1)) ? outOfRange(at) : new Value(month.toString(), month.atDay(1));
    }

    private boolean isAbsurd(FactDefinition definition, LocalDate date) {
        return !isSensible(date) || (definition.notAfterBasis() && on != null && date.isAfter(on));
    }

    private static <T> @Nullable T parsed(Object raw, Function<String, T> parser) {
        try {
            return raw instanceof String text ? parser.apply(text) : null;
        } catch (DateTimeException notADate) {
            return null;
        }
    }

    private interface Entry {
        @Nullable
        Value read(Object raw, String at);
    }

    private @Nullable Value list(Object raw, String at, Entry entry) {
        if (!(raw instanceof List<?> entries)
                || entries.size() > LONGEST_LIST
                || entries.stream().anyMatch(Objects::isNull)) {
            return refuse(at, "FACT_TYPE", "应为列表", "Must be a list");
        }
        var stored = new ArrayList<>();
        var forModel = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            var value = entry.read(entries.get(i), at + "/" + i);
            if (value != null) {
                stored.add(value.stored());
                forModel.add(value.forModel());
            }
        }
        return new Value(stored, forModel);
    }

    private @Nullable Value records(FactDefinition definition, Object raw, String at) {
        var value = list(raw, at, (entry, where) -> nested(definition, entry, where));
        if (value == null || definition.distinctBy().isEmpty()) {
            return value;
        }
        var seen = new HashSet<List<@Nullable Object>>();
        var entries = (List<?>) value.stored();
        for (int i = 0; i < entries.size(); i++) {
            var entry = (Map<?, ?>) entries.get(i);
            var key = new ArrayList<@Nullable Object>();
            definition.distinctBy().forEach(field -> key.add(entry.get(field)));
            if (!seen.add(key)) {
                refuse(at + "/" + i, "FACT_TWICE", "列表中重复", "This stands in the list twice");
            }
        }
        return value;
    }

    private @Nullable Value nested(FactDefinition definition, Object raw, String at) {
        if (!(raw instanceof Map<?, ?> entries)) {
            return refuse(at, "FACT_TYPE", "应为对象", "Must be an object");
        }
        var given = new LinkedHashMap<String, @Nullable Object>();
        entries.forEach((name, value) -> given.put(String.valueOf(name), value));
        var values = record(definition.fields(), given, at);
        return new Value(values.stored(), values.forModel());
    }

    private @Nullable Value wrongType(FactType wanted, String at) {
        return refuse(at, "FACT_TYPE", "类型应为 %s", "Must be of type %s", wanted);
    }

    private @Nullable Value refuse(String at, String code, String zh, String en, Object... values) {
        violations.add(new Violation(at, code, Text.of(zh, en, values)));
        return null;
    }
}
