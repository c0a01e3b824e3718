package org.leye.subsidy.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Makes up questions that a policy must be able to answer: every value is of the type and within the limits that the document
 * states, and many stand where something changes (see {@link Boundaries}). Half of them are a worked example with a few facts
 * changed, so that some come near to a payment; the same seed makes the same questions.
 */
final class QuestionGenerator {

    private static final int MOST_CHANGES = 3;

    private final PolicyTerms terms;
    private final Boundaries boundaries;
    private final Random random;
    private final List<WorkedExample.Run> runs;

    QuestionGenerator(PolicyDocument policy, long seed) {
        terms = policy.terms();
        boundaries = new Boundaries(policy);
        random = new Random(seed);
        runs = terms.examples().stream()
                .flatMap(example -> example.runs().stream())
                .toList();
    }

    Question next() {
        var example = terms.question(any(runs));
        if (random.nextInt(4) == 0) {
            var on = any(boundaries.basisDates());
            return new Question(on, record(terms.facts(), on), record(terms.history(), on));
        }
        var on = random.nextInt(4) == 0 ? any(boundaries.basisDates()) : example.on();
        var facts = new LinkedHashMap<String, Object>(example.facts());
        var history = new LinkedHashMap<String, Object>(example.history());
        for (int i = random.nextInt(MOST_CHANGES + 1); i > 0; i--) {
            change(terms.facts(), facts, on);
        }
        if (!terms.history().isEmpty() && random.nextInt(3) == 0) {
            change(terms.history(), history, on);
        }
        return new Question(on, facts, history);
    }

    private void change(List<FactDefinition> definitions, Map<String, Object> values, LocalDate on) {
        var definition = any(definitions);
        var now = values.get(definition.name());
        if (definition.type() == FactType.RECORD_LIST && now instanceof List<?> entries && !entries.isEmpty()) {
            values.put(definition.name(), changedEntries(definition, entries, on));
        } else if (definition.optional() && random.nextInt(4) == 0) {
            values.remove(definition.name());
        } else {
            values.put(definition.name(), value(definition, on));
        }
    }

    /** One field of one entry is another, and sometimes an entry more or less. */
    private List<?> changedEntries(FactDefinition list, List<?> entries, LocalDate on) {
        var changed = new ArrayList<Object>(entries);
        int at = random.nextInt(changed.size());
        var entry = new LinkedHashMap<String, Object>();
        ((Map<?, ?>) changed.get(at)).forEach((name, value) -> entry.put(String.valueOf(name), value));
        change(list.fields(), entry, on);
        switch (random.nextInt(4)) {
            case 0 -> changed.add(entry);
            case 1 -> changed.remove(at);
            default -> changed.set(at, entry);
        }
        return changed;
    }

    private Map<String, Object> record(List<FactDefinition> definitions, LocalDate on) {
        var values = new LinkedHashMap<String, Object>();
        for (var definition : definitions) {
            if (!definition.optional() || random.nextInt(3) > 0) {
                values.put(definition.name(), value(definition, on));
            }
        }
        return values;
    }

    private Object value(FactDefinition definition, LocalDate on) {
        return switch (definition.type()) {
            case TEXT -> text(definition);
            case TEXT_LIST -> some(3).map(each -> text(definition)).distinct().toList();
            case BOOLEAN -> random.nextBoolean();
            case INTEGER -> integer(definition);
            case DECIMAL -> decimal(definition);
            case DATE -> date(definition, on).toString();
            case MONTH -> YearMonth.from(date(definition, on)).toString();
            case RECORD -> record(definition.fields(), on);
            case RECORD_LIST -> entries(definition, on);
        };
    }

    private String text(FactDefinition definition) {
        return any(definition.oneOf().isEmpty() ? boundaries.words() : definition.oneOf());
    }

    private long integer(FactDefinition definition) {
        var within = boundaries.integers().stream()
                .filter(number -> number >= definition.lowest() && number <= definition.highest())
                .toList();
        return switch (random.nextInt(8)) {
            case 0 -> definition.lowest();
            case 1 -> definition.highest();
            case 2 -> random.nextLong(definition.lowest(), definition.highest() + 1);
            default -> within.isEmpty() ? definition.lowest() : any(within);
        };
    }

    private String decimal(FactDefinition definition) {
        var number = any(boundaries.decimals())
                .max(BigDecimal.valueOf(definition.lowest()))
                .min(BigDecimal.valueOf(definition.highest()));
        return number.toPlainString();
    }

    private LocalDate date(FactDefinition definition, LocalDate on) {
        var date = any(boundaries.dates(on));
        return definition.notAfterBasis() && date.isAfter(on) ? on : date;
    }

    /** Entries that must differ in a date or a number follow each other in it. */
    private List<Map<String, Object>> entries(FactDefinition list, LocalDate on) {
        var first = date(list, on);
        var entries = new ArrayList<Map<String, Object>>();
        some(random.nextInt(10) == 0 ? 40 : 4).forEach(i -> {
            var entry = record(list.fields(), on);
            for (var field : list.fields()) {
                if (list.distinctBy().contains(field.name())) {
                    following(field, first, i).forEach(value -> entry.put(field.name(), value));
                }
            }
            entries.add(entry);
        });
        return entries;
    }

    private static Stream<Object> following(FactDefinition field, LocalDate first, int i) {
        return switch (field.type()) {
            case MONTH -> Stream.of(YearMonth.from(first).plusMonths(i).toString());
            case DATE -> Stream.of(first.plusDays(i).toString());
            case INTEGER -> Stream.of(field.lowest() + i);
            default -> Stream.empty();
        };
    }

    private Stream<Integer> some(int most) {
        return Stream.iterate(0, i -> i + 1).limit(random.nextInt(most + 1));
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
