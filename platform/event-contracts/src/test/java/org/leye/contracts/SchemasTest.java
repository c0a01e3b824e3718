package org.leye.contracts;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** docs/events/schemas and docs/events/examples say what the records say, and go on only as consumers can bear. */
class SchemasTest {

    /** Words no field may be made of: with one of them, an event would name somebody. */
    private static final Set<String> NAMING = Set.of(
            "name",
            "surname",
            "phone",
            "mobile",
            "tel",
            "email",
            "mail",
            "wechat",
            "address",
            "street",
            "account",
            "bank",
            "iban",
            "card",
            "passport",
            "photo",
            "picture",
            "image",
            "face",
            "text",
            "remark",
            "comment",
            "note",
            "contact");

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    @TestFactory
    Stream<DynamicTest> everySchemaIsStoredAsItIs() {
        return Contracts.all().stream()
                .map(event -> DynamicTest.dynamicTest(Contracts.type(event), () -> {
                    var made = SchemaOf.event(event);
                    var name = "schemas/" + Contracts.type(event) + ".json";
                    // Before it is written: what would break a consumer is not stored by any switch.
                    Stored.read(name).ifPresent(stored -> assertEquals(List.of(), breaks(stored, made)));
                    Stored.assertCurrent(name, made);
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyExampleIsStoredAndFitsItsSchema() {
        return Contracts.all().stream()
                .flatMap(event -> EventExamples.of(event, SchemaOf.event(event)).entrySet().stream()
                        .map(example -> DynamicTest.dynamicTest(Contracts.type(event) + " " + example.getKey(), () -> {
                            var file = "examples/" + Contracts.type(event) + "/" + example.getKey() + ".json";
                            assertEquals(List.of(), misfits(SchemaOf.event(event), example.getValue()));
                            Stored.assertCurrent(file, example.getValue());
                        })));
    }

    @Test
    void nothingIsStoredThatNobodyTells() {
        Set<String> types = Contracts.all().stream().map(Contracts::type).collect(toCollection(TreeSet::new));
        assertEquals(types, Stored.names("schemas"));
        assertEquals(types, Stored.names("examples"));
    }

    @Test
    void noEventNamesAnybody() {
        var naming = Vocabulary.names().stream()
                .filter(field -> Arrays.stream(field.split("(?=[A-Z])"))
                                .map(word -> word.toLowerCase(Locale.ROOT))
                                .anyMatch(NAMING::contains)
                        || field.toLowerCase(Locale.ROOT).contains("idnumber"))
                .toList();
        assertEquals(List.of(), naming);
    }

    @Test
    void everyWordIsUsed() {
        var used = Contracts.all().stream()
                .flatMap(event -> Arrays.stream(event.getRecordComponents()))
                .map(field -> field.getName())
                .collect(toCollection(TreeSet::new));
        assertEquals(used, new TreeSet<>(Vocabulary.names()));
    }

    @Test
    void aKeyOfAnotherFormAndADayThatIsNoneAreSeen() {
        // Given
        var event = Contracts.all().stream()
                .filter(type -> type.getSimpleName().equals("PersonRegistered"))
                .findFirst()
                .orElseThrow();
        var schema = SchemaOf.event(event);
        ObjectNode example = EventExamples.of(event, schema).get("current").deepCopy();

        // When
        example.put("person", "990099198503150025")
                .put("birthDate", "1985-02-30")
                .put("sex", 1)
                .remove("registeredOn");

        // Then
        assertEquals(4, misfits(schema, example).size(), () -> misfits(schema, example)
                .toString());
    }

    @Test
    void aSchemaMayGainWhatIsOptionalAndNothingElse() {
        var stored = SchemaOf.event(Contracts.all().getFirst());
        assertTrue(breaks(stored, stored).isEmpty());

        ObjectNode gained = stored.deepCopy();
        ((ObjectNode) gained.path("properties")).putObject("later").put("type", "string");
        assertTrue(breaks(stored, gained).isEmpty());
        assertEquals(1, breaks(gained, stored).size());

        ObjectNode demanding = gained.deepCopy();
        demanding.withArray("required").add("later");
        assertEquals(1, breaks(stored, demanding).size());

        ObjectNode changed = stored.deepCopy();
        var first = changed.path("properties").fieldNames().next();
        ((ObjectNode) changed.path("properties").path(first)).put("type", "boolean");
        assertEquals(1, breaks(stored, changed).size());
        assertThrows(AssertionError.class, () -> assertEquals(List.of(), breaks(stored, changed)));
    }

    /** What of the new schema would surprise a consumer, or a producer of another release, who knows the stored one. */
    private static List<String> breaks(JsonNode stored, JsonNode made) {
        var breaks = new ArrayList<String>();
        var before = stored.path("properties");
        var now = made.path("properties");
        before.properties().forEach(property -> {
            var name = property.getKey();
            if (!now.has(name)) {
                breaks.add(name + " is gone: that takes a .v2 beside this one");
            } else if (!SchemaOf.withoutWords(property.getValue()).equals(SchemaOf.withoutWords(now.path(name)))) {
                breaks.add(name + " looks otherwise: that takes a .v2 beside this one");
            }
        });
        if (!texts(stored.path("required")).equals(texts(made.path("required")))) {
            breaks.add("other fields are required: a new one is optional, an old one stays what it is");
        }
        return breaks;
    }

    private static Set<String> texts(JsonNode array) {
        var texts = new TreeSet<String>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static List<String> misfits(JsonNode schema, JsonNode example) {
        Schema validator = SCHEMAS.getSchema(schema);
        return validator
                .validate(
                        example.toString(),
                        InputFormat.JSON,
                        run -> run.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }
}
