package org.leye.gateway.openapi;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Merges OpenAPI documents of several services into one. Only paths below {@code /{service}/v1/} are taken. Components that
 * are alike are kept once; those that differ carry the name of their service ({@code broker.Address}), in every service that
 * has one, so that a name never depends on who came first. All operations share one security scheme, {@code bearer}.
 * Everything is sorted, so that the same input gives the same text.
 */
final class MergedDocument {

    private static final String SCHEME = "bearer";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final SortedMap<String, JsonNode> paths = new TreeMap<>();
    private final SortedMap<String, SortedMap<String, JsonNode>> components = new TreeMap<>();
    private final SortedMap<String, JsonNode> tags = new TreeMap<>();
    private final SortedMap<String, Integer> operationIds = new TreeMap<>();
    private final ComponentNames names;

    private MergedDocument(SortedMap<String, JsonNode> documents) {
        names = ComponentNames.of(documents);
    }

    /** The one document made of the services' documents, by the name of the service. */
    static ObjectNode of(SortedMap<String, JsonNode> documents, ObjectNode info) {
        var merged = new MergedDocument(documents);
        documents.values().forEach(merged::countOperations);
        documents.forEach(merged::add);
        return merged.print(info);
    }

    private void countOperations(JsonNode document) {
        document.path("paths")
                .forEach(path -> path.forEach(operation -> {
                    if (operation.has("operationId")) {
                        operationIds.merge(operation.get("operationId").asText(), 1, Integer::sum);
                    }
                }));
    }

    private void add(String service, JsonNode original) {
        var document = names.rename(service, original);
        document.path("paths").properties().forEach(path -> {
            if (path.getKey().startsWith("/" + service + "/v1/")) {
                path.getValue().forEach(operation -> adapt(service, operation));
                paths.put(path.getKey(), path.getValue());
            }
        });
        document.path("components").properties().forEach(section -> {
            if (!section.getKey().equals("securitySchemes")) {
                components
                        .computeIfAbsent(section.getKey(), key -> new TreeMap<>())
                        .putAll(asMap(section.getValue()));
            }
        });
        document.path("tags").forEach(tag -> tags.putIfAbsent(tag.path("name").asText(), tag));
    }

    private void adapt(String service, JsonNode member) {
        if (!(member instanceof ObjectNode operation)) {
            return;
        }
        if (operation.has("operationId")) {
            var id = operation.get("operationId").asText();
            if (operationIds.getOrDefault(id, 0) > 1) {
                operation.put("operationId", service + "." + id);
            }
        }
        if (operation.path("security") instanceof ArrayNode alternatives) {
            alternatives.forEach(MergedDocument::useSharedScheme);
        }
    }

    private static void useSharedScheme(JsonNode requirement) {
        if (requirement instanceof ObjectNode schemes && !schemes.isEmpty()) {
            var roles = JSON.arrayNode();
            schemes.forEach(list -> list.forEach(roles::add));
            schemes.removeAll();
            schemes.set(SCHEME, roles);
        }
    }

    private ObjectNode print(ObjectNode info) {
        var document = JSON.objectNode().put("openapi", "3.1.0");
        document.set("info", info);
        document.putArray("servers").addObject().put("url", "/");
        document.putArray("security").addObject().putArray(SCHEME);
        document.putArray("tags").addAll(tags.values());
        document.putObject("paths").setAll(paths);
        components.put("securitySchemes", new TreeMap<>(Map.of(SCHEME, bearer())));
        var sections = document.putObject("components");
        components.forEach((section, members) -> sections.putObject(section).setAll(members));
        return document;
    }

    private static JsonNode bearer() {
        return JSON.objectNode().put("type", "http").put("scheme", "bearer").put("bearerFormat", "JWT");
    }

    private static Map<String, JsonNode> asMap(JsonNode object) {
        var members = new TreeMap<String, JsonNode>();
        object.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        return members;
    }
}
