package org.leye.contracts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import org.jspecify.annotations.Nullable;

/**
 * The JSON Schema of an event, made from its record. A field without a value is absent, never null. More fields than these are
 * allowed: a newer producer may add some.
 */
final class SchemaOf {

    /** Formats of the types that JSON writes as text. */
    private static final Map<Class<?>, String> FORMATS = Map.of(LocalDate.class, "date");

    private static final SchemaGenerator GENERATOR = generator();

    private SchemaOf() {}

    static ObjectNode event(Class<?> event) {
        var schema = GENERATOR.generateSchema(event);
        var named = schema.objectNode();
        named.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        named.put("title", Contracts.type(event));
        named.put("description", Contracts.description(event));
        schema.properties().forEach(member -> {
            if (!named.has(member.getKey())) {
                named.set(member.getKey(), member.getValue());
            }
        });
        return named;
    }

    private static SchemaGenerator generator() {
        var builder = new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(Option.INLINE_ALL_SCHEMAS)
                .without(Option.SCHEMA_VERSION_INDICATOR);
        builder.forTypesInGeneral()
                .withPropertySorter((first, second) -> 0)
                .withCustomDefinitionProvider((type, context) -> text(type.getErasedType(), context));
        builder.forFields()
                .withRequiredCheck(field -> !isNullable(field))
                .withDescriptionResolver(field ->
                        field.isFakeContainerItemScope() ? null : word(field).meaning())
                .withStringPatternResolver(SchemaOf::pattern)
                .withArrayUniqueItemsResolver(field -> field.isContainerType() ? true : null)
                .withNumberInclusiveMinimumResolver(field -> word(field).form() == Form.COUNT ? BigDecimal.ZERO : null);
        return new SchemaGenerator(builder.build());
    }

    private static String pattern(FieldScope field) {
        return field.isContainerType() ? null : word(field).form().pattern();
    }

    private static CustomDefinition text(Class<?> type, SchemaGenerationContext context) {
        if (!FORMATS.containsKey(type) && type != YearMonth.class) {
            return null;
        }
        var definition = context.getGeneratorConfig().createObjectNode().put("type", "string");
        if (FORMATS.containsKey(type)) {
            definition.put("format", FORMATS.get(type));
        }
        return new CustomDefinition(
                definition, CustomDefinition.INLINE_DEFINITION, CustomDefinition.INCLUDING_ATTRIBUTES);
    }

    private static boolean isNullable(FieldScope field) {
        return field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static Vocabulary.Word word(FieldScope field) {
        var event = field.getDeclaringType().getErasedType();
        return Vocabulary.of(event, field.getDeclaredName())
                .orElseThrow(() -> new AssertionError(event.getSimpleName() + "." + field.getDeclaredName()
                        + " is not in the vocabulary of events: say there what it means"));
    }

    /** What of a schema a consumer relies on, as text: everything but the words that explain it. */
    static String withoutWords(JsonNode property) {
        var bare = (ObjectNode) property.deepCopy();
        bare.remove("description");
        return bare.toString();
    }
}
