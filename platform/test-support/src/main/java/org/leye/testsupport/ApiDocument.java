package org.leye.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.restassured.RestAssured;

/**
 * The API document of the running service, compared with the stored one in docs/openapi. {@code -Dleye.openapi.store} writes
 * it instead.
 */
public final class ApiDocument {

    static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final Path stored;

    private ApiDocument(Path stored) {
        this.stored = stored;
    }

    /** Of the service, by its module's name. */
    public static ApiDocument of(String module) {
        return new ApiDocument(Path.of(System.getProperty("leye.project"), "docs", "openapi", module + ".json"));
    }

    /** Fails if the stored document is not what the service serves now. */
    public void assertCurrent() {
        try {
            var served = JSON.writeValueAsString(JSON.treeToValue(served(), Object.class)) + "\n";
            if (System.getProperty("leye.openapi.store") != null) {
                Files.createDirectories(stored.getParent());
                Files.writeString(stored, served);
            }
            if (!Files.exists(stored) || !Files.readString(stored).equals(served)) {
                throw new AssertionError(
                        stored.getFileName()
                                + " in docs/openapi is not current; run the tests once with -Dleye.openapi.store and commit the change");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What an integrator would miss in any operation: summary, description, an answer of success, its errors, examples. */
    public List<String> gaps() {
        var gaps = new ArrayList<String>();
        served().path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(operation -> METHODS.contains(operation.getKey()))
                .forEach(operation -> {
                    var name = operation.getKey() + " " + path.getKey() + ": ";
                    missing(operation.getValue()).forEach(gap -> gaps.add(name + gap));
                }));
        return gaps;
    }

    private static List<String> missing(JsonNode operation) {
        var missing = new ArrayList<String>();
        if (operation.path("summary").asText().isBlank()) {
            missing.add("no summary");
        }
        if (operation.path("description").asText().isBlank()) {
            missing.add("no description");
        }
        var answers = operation.path("responses");
        if (answers.properties().stream().noneMatch(answer -> answer.getKey().startsWith("2"))) {
            missing.add("no answer of success");
        }
        if (answers.properties().stream().noneMatch(answer -> answer.getKey().startsWith("4"))) {
            missing.add("no error");
        }
        answers.properties().stream()
                .filter(answer -> answer.getKey().startsWith("2"))
                .flatMap(answer -> answer.getValue().path("content").properties().stream())
                .filter(content -> content.getKey().equals("application/json"))
                .filter(content -> content.getValue().path("example").isMissingNode())
                .forEach(content -> missing.add("no example of the answer"));
        operation.path("parameters").forEach(parameter -> {
            if (parameter.path("description").asText().isBlank()) {
                missing.add("parameter " + parameter.path("name").asText() + " is not described");
            }
        });
        operation.path("requestBody").path("content").properties().forEach(content -> {
            if (content.getValue().path("example").isMissingNode()
                    && content.getValue().path("examples").isMissingNode()) {
                missing.add("no example of the body");
            }
        });
        return missing;
    }

    static JsonNode served() {
        try {
            return JSON.readTree(RestAssured.given()
                    .queryParam("format", "json")
                    .get("/q/openapi")
                    .then()
                    .statusCode(200)
                    .extract()
                    .asByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
