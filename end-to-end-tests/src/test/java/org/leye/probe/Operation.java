package org.leye.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One operation of the catalogue.
 *
 * @param parameters as the document describes them
 * @param mediaType of the body; empty if there is none
 * @param example of a JSON body; a missing node if there is none
 */
record Operation(
        String method, String path, List<JsonNode> parameters, String mediaType, JsonNode example, boolean open) {

    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

    static List<Operation> allOf(JsonNode document) {
        var operations = new ArrayList<Operation>();
        document.path("paths").properties().forEach(path -> METHODS.stream()
                .filter(method -> path.getValue().has(method))
                .forEach(method -> operations.add(
                        of(method.toUpperCase(), path.getKey(), path.getValue().path(method)))));
        return operations;
    }

    private static Operation of(String method, String path, JsonNode definition) {
        var content = definition.path("requestBody").path("content");
        return new Operation(
                method,
                path,
                StreamSupport.stream(definition.path("parameters").spliterator(), false)
                        .toList(),
                content.isEmpty() ? "" : content.fieldNames().next(),
                content.path("application/json").path("example"),
                definition.path("security").isEmpty());
    }

    /** Names of the query parameters. */
    List<String> query() {
        return parameters.stream()
                .filter(parameter -> parameter.path("in").asText().equals("query"))
                .map(parameter -> parameter.path("name").asText())
                .toList();
    }

    /** The example value of a parameter. */
    String exampleOf(String parameter) {
        return parameters.stream()
                .filter(each -> each.path("name").asText().equals(parameter))
                .map(each -> each.path("example").asText())
                .findFirst()
                .orElse("");
    }

    boolean isList() {
        return query().contains("after");
    }

    /** Method and path, as doors.csv names it. */
    String name() {
        return method + " " + path;
    }
}
