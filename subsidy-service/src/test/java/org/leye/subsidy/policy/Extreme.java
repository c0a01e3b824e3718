package org.leye.subsidy.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A case in which every number is as large or as small as the document lets it be, or every list is long. */
enum Extreme {
    LARGEST,
    SMALLEST,
    LONGEST;

    private static final int ENTRIES = 100;

    Question of(PolicyDocument policy, Question usual) {
        var terms = policy.terms();
        return new Question(usual.on(), record(terms.facts(), usual.facts()), record(terms.history(), usual.history()));
    }

    private Map<String, Object> record(List<FactDefinition> definitions, Map<?, ?> usual) {
        var values = new LinkedHashMap<String, Object>();
        for (var definition : definitions) {
            var value = usual.get(definition.name());
            if (value != null || !definition.optional()) {
                values.put(definition.name(), value(definition, value));
            }
        }
        return values;
    }

    private Object value(FactDefinition definition, Object usual) {
        return switch (definition.type()) {
            case INTEGER -> number(definition);
            case DECIMAL -> String.valueOf(number(definition));
            case RECORD_LIST -> entries(definition, (List<?>) usual);
            default -> usual;
        };
    }

    private long number(FactDefinition definition) {
        return this == SMALLEST ? definition.lowest() : definition.highest();
    }

    /** Months stay as they are: a list that names one twice is refused, which is an answer too. */
    private List<Map<String, Object>> entries(FactDefinition list, List<?> usual) {
        int count = this == LONGEST ? ENTRIES : usual.size();
        return IntStream.range(0, count)
                .mapToObj(i -> numbered(list, record(list.fields(), (Map<?, ?>) usual.get(i % usual.size())), i))
                .toList();
    }

    private static Map<String, Object> numbered(FactDefinition list, Map<String, Object> entry, int i) {
        list.fields().stream()
                .filter(field -> list.distinctBy().contains(field.name()) && field.type() == FactType.INTEGER)
                .forEach(field -> entry.put(field.name(), field.lowest() + i));
        return entry;
    }
}
