package org.leye.subsidy.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/** Reads the tables of one evaluation, and remembers which rows it was given: they belong to what a decision is made of. */
final class TableReader {

    private final ReferenceTables tables;
    private final List<String> names;
    private final Map<String, Set<ReferenceTable.Row>> read = new TreeMap<>();

    TableReader(ReferenceTables tables, List<String> names) {
        this.tables = tables;
        this.names = names;
    }

    /** The values that hold on {@code date}, for a model; empty when one of the tables has none. */
    Optional<Map<String, @Nullable Object>> on(LocalDate date) {
        var values = new HashMap<String, @Nullable Object>();
        for (var name : names) {
            var row = row(name, date);
            if (row.isEmpty()) {
                return Optional.empty();
            }
            values.put(name, forModel(row.get().value()));
        }
        return Optional.of(values);
    }

    /** The row of a table that holds on {@code date}. */
    Optional<ReferenceTable.Row> row(String name, LocalDate date) {
        var row = tables.named(name).flatMap(table -> table.on(date));
        row.ifPresent(found ->
                read.computeIfAbsent(name, each -> new LinkedHashSet<>()).add(found));
        return row;
    }

    /** The rows that were read, as they are kept with a decision. */
    Map<String, @Nullable Object> rows() {
        var kept = new TreeMap<String, @Nullable Object>();
        read.forEach((name, rows) ->
                kept.put(name, rows.stream().map(TableReader::stored).toList()));
        return kept;
    }

    /** How sure we are of the least sure of them; null when none was read. */
    @Nullable
    Confidence confidence() {
        return read.values().stream()
                .flatMap(Collection::stream)
                .map(ReferenceTable.Row::confidence)
                .max(Confidence::compareTo)
                .orElse(null);
    }

    private static Map<String, @Nullable Object> stored(ReferenceTable.Row row) {
        var stored = new HashMap<String, @Nullable Object>();
        stored.put("from", row.from());
        stored.put("to", row.to());
        stored.put("value", row.value());
        stored.put("confidence", row.confidence().name());
        return stored;
    }

    private static Object forModel(Object value) {
        return switch (value) {
            case Number number -> new BigDecimal(number.toString());
            case String text when FactReader.DECIMAL.matcher(text).matches() -> new BigDecimal(text);
            case Map<?, ?> record -> {
                var values = new HashMap<Object, Object>();
                record.forEach((name, entry) -> values.put(name, forModel(entry)));
                yield values;
            }
            default -> value;
        };
    }
}
