package org.leye.subsidy.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.leye.platform.problem.Text;

import org.jspecify.annotations.Nullable;

/**
 * A dated table that several instruments read, such as the minimum wage. A date without a row has no value: the last known
 * one is never carried on beyond its {@code to}.
 *
 * @param name by which models read it: {@code tables.minimumWage}
 * @param id such as {@code P-MW-CIXI}
 * @param type INTEGER, DECIMAL or RECORD
 * @param rows from the oldest on; spans do not overlap, and one without a last day ends where the next begins
 */
public record ReferenceTable(
        String name, String id, Text title, FactType type, PolicyParameter.Unit unit, List<Row> rows) {

    /**
     * @param from first day
     * @param to last day; null while open
     * @param value as in JSON; decimals are strings; a record is a map
     */
    public record Row(
            LocalDate from,
            @Nullable LocalDate to,
            Object value,
            Confidence confidence,
            @Nullable String docNo,
            String source) {

        public Row {
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(value, "value");
            Objects.requireNonNull(confidence, "confidence");
            Objects.requireNonNull(source, "source");
            if (to != null && to.isBefore(from)) {
                throw new IllegalArgumentException("to before from");
            }
        }

        Row until(LocalDate last) {
            return new Row(from, last, value, confidence, docNo, source);
        }

        boolean holdsOn(LocalDate date) {
            return !date.isBefore(from) && (to == null || !date.isAfter(to));
        }
    }

    public ReferenceTable {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(unit, "unit");
        rows.forEach(row -> requireFit(type, row.value()));
        rows = closed(
                name, rows.stream().sorted(Comparator.comparing(Row::from)).toList());
    }

    /** A number with a point would be another one in every reader: decimals are written as strings. */
    private static void requireFit(FactType type, @Nullable Object value) {
        var fits =
                switch (type) {
                    case INTEGER -> value instanceof Integer || value instanceof Long;
                    case DECIMAL ->
                        value instanceof String text
                                && FactReader.DECIMAL.matcher(text).matches();
                    case RECORD -> isPlain(value);
                    case TEXT, TEXT_LIST, BOOLEAN, DATE, MONTH, RECORD_LIST -> false;
                };
        if (!fits) {
            throw new IllegalArgumentException("a value is no " + type);
        }
    }

    private static boolean isPlain(@Nullable Object value) {
        return switch (value) {
            case Integer number -> true;
            case Long number -> true;
            case String text -> true;
            case Boolean flag -> true;
            case Map<?, ?> record -> record.values().stream().allMatch(ReferenceTable::isPlain);
            case null, default -> false;
        };
    }

    /** A row without a last day ends where the next one begins. */
    private static List<Row> closed(String name, List<Row> sorted) {
        var closed = new ArrayList<Row>();
        for (int i = 0; i < sorted.size(); i++) {
            var row = sorted.get(i);
            var next = i + 1 < sorted.size() ? sorted.get(i + 1).from() : null;
            if (next != null && row.to() != null && !row.to().isBefore(next)) {
                throw new IllegalArgumentException("two rows of " + name + " hold on " + next);
            }
            closed.add(row.to() == null && next != null ? row.until(next.minusDays(1)) : row);
        }
        return List.copyOf(closed);
    }

    /** The row that holds on {@code date}; empty if there is none. */
    public Optional<Row> on(LocalDate date) {
        return rows.stream().filter(row -> row.holdsOn(date)).findFirst();
    }
}
