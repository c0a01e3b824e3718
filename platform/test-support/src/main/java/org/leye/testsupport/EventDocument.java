package org.leye.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** docs/events, as a test of one service reads it: what the service sends and hears, and how that looks. */
public final class EventDocument {

    private static final Path FOLDER = Path.of(System.getProperty("leye.project"), "docs", "events");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final String service;
    private final JsonNode document;

    private EventDocument(String service, JsonNode document) {
        this.service = service;
        this.document = document;
    }

    /** For a service, by the first word of its topics. */
    public static EventDocument of(String service) {
        return new EventDocument(service, read(FOLDER.resolve("asyncapi.json")));
    }

    /** The types of events that the service listens to, by topic. */
    public SortedMap<String, SortedSet<String>> heard() {
        return operations("receive");
    }

    /** The types of events that the service sends, by topic. */
    public SortedMap<String, SortedSet<String>> sent() {
        return operations("send");
    }

    /** The examples of a type of event, by name. */
    public static SortedMap<String, byte[]> examples(String type) {
        var examples = new TreeMap<String, byte[]>();
        try (var files = Files.list(FOLDER.resolve("examples").resolve(type))) {
            for (var file : files.toList()) {
                examples.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
            return examples;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What of a message is otherwise than documented, attributes and payload. */
    public List<String> misfits(ConsumerRecord<String, byte[]> message) {
        var type = EventProbe.header(message, "ce_type");
        var headers = JSON.createObjectNode();
        message.headers().forEach(header -> headers.put(header.key(), EventProbe.header(message, header.key())));
        var documented = messages().get(type);
        if (documented == null) {
            return List.of("an event that is not documented: " + type);
        }
        var misfits = new ArrayList<String>();
        misfits.addAll(misfits(documented.path("headers"), headers.toString()));
        misfits.addAll(misfits(
                read(FOLDER.resolve(documented.path("payload").path("$ref").asText())),
                new String(message.value(), StandardCharsets.UTF_8)));
        misfits.addAll(misfits(
                documented.at("/bindings/kafka/key"),
                JSON.getNodeFactory().textNode(message.key()).toString()));
        return misfits.stream().map(misfit -> type + ": " + misfit).toList();
    }

    private SortedMap<String, SortedSet<String>> operations(String action) {
        var operations = new TreeMap<String, SortedSet<String>>();
        document.path("operations").properties().stream()
                .filter(operation -> operation.getKey().startsWith(service))
                .map(Map.Entry::getValue)
                .filter(operation -> operation.path("action").asText().equals(action))
                .forEach(operation -> operations.put(
                        at(operation.path("channel")).path("address").asText(),
                        operation
                                .path("messages")
                                .valueStream()
                                .map(message -> at(at(message)).path("name").asText())
                                .collect(Collectors.toCollection(TreeSet::new))));
        return operations;
    }

    private SortedMap<String, JsonNode> messages() {
        var messages = new TreeMap<String, JsonNode>();
        document.at("/components/messages")
                .forEach(message -> messages.put(message.path("name").asText(), message));
        return messages;
    }

    private JsonNode at(JsonNode reference) {
        return document.at(reference.path("$ref").asText().substring(1));
    }

    private static List<String> misfits(JsonNode schema, String instance) {
        return SCHEMAS
                .getSchema(schema)
                .validate(
                        instance,
                        InputFormat.JSON,
                        run -> run.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
