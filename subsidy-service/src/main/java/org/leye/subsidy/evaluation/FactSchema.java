package org.leye.subsidy.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.leye.subsidy.policy.FactDefinition;
import org.leye.subsidy.policy.FactType;

/** The facts that a policy asks for, as JSON Schema (2020-12). */
final class FactSchema {

    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
    private static final String DECIMAL = "^-?(0|[1-9][0-9]*)(\\.[0-9]+)?$";
    private static final String MONTH = "^[0-9]{4}-(0[1-9]|1[0-2])$";

    private final Locale language;

    private FactSchema(Locale language) {
        this.language = language;
    }

    static Map<String, Object> of(List<FactDefinition> facts, Locale language) {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("$schema", DIALECT);
        schema.putAll(new FactSchema(language).object(facts));
        return schema;
    }

    private Map<String, Object> object(List<FactDefinition> facts) {
        var properties = new LinkedHashMap<String, Object>();
        facts.forEach(fact -> properties.put(fact.name(), property(fact)));
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put(
                "required",
                facts.stream()
                        .filter(fact -> !fact.optional())
                        .map(FactDefinition::name)
                        .toList());
        schema.put("additionalProperties", false);
        return schema;
    }

    private Map<String, Object> property(FactDefinition fact) {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("description", fact.label().in(language));
        schema.putAll(value(fact, fact.type()));
        return schema;
    }

    private Map<String, Object> value(FactDefinition fact, FactType type) {
        return switch (type) {
            case TEXT -> text(fact);
            case INTEGER -> integer(fact);
            case DECIMAL -> Map.of("type", "string", "pattern", DECIMAL);
            case BOOLEAN -> Map.of("type", "boolean");
            case DATE -> Map.of("type", "string", "format", "date");
            case MONTH -> Map.of("type", "string", "pattern", MONTH);
            case TEXT_LIST -> Map.of("type", "array", "items", text(fact));
            case RECORD -> object(fact.fields());
            case RECORD_LIST -> Map.of("type", "array", "items", object(fact.fields()));
        };
    }

    private static Map<String, Object> text(FactDefinition fact) {
        return fact.oneOf().isEmpty() ? Map.of("type", "string") : Map.of("type", "string", "enum", fact.oneOf());
    }

    private static Map<String, Object> integer(FactDefinition fact) {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", "integer");
        schema.put("minimum", fact.lowest());
        schema.put("maximum", fact.highest());
        return schema;
    }
}
