package org.leye.contracts;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What an event looks like: as it is sent today, as a newer producer may send it, and as an older one did. */
final class EventExamples {

    private static final ObjectMapper JSON = new ObjectMapper();

    private EventExamples() {}

    /** The examples of an event, by their names. */
    static Map<String, JsonNode> of(Class<?> event, JsonNode schema) {
        var required = JSON.convertValue(schema.path("required"), String[].class);
        var examples = new LinkedHashMap<String, JsonNode>();
        examples.put("current", JSON.valueToTree(values(event)));
        examples.put("with-unknown-field", withUnknownField(event));
        examples.put("older", older(event, Set.copyOf(Arrays.asList(required))));
        return examples;
    }

    private static Map<String, Object> values(Class<?> event) {
        var values = new LinkedHashMap<String, Object>();
        for (var field : event.getRecordComponents()) {
            values.put(
                    field.getName(),
                    Vocabulary.of(event, field.getName()).orElseThrow().example());
        }
        return values;
    }

    private static JsonNode withUnknownField(Class<?> event) {
        ObjectNode example = JSON.valueToTree(values(event));
        example.putObject("addedInALaterRelease").putArray("of").add("any").add("shape");
        return example;
    }

    /** What has been there since the first version: fields that come later are optional, see the test of schemas. */
    private static JsonNode older(Class<?> event, Set<String> required) {
        ObjectNode example = JSON.valueToTree(values(event));
        return example.retain(required);
    }
}
