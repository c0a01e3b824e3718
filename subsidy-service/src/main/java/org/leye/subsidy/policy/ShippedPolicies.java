package org.leye.subsidy.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The policies that come with the service: one folder an instrument, with what its versions have in common in
 * {@code instrument.json}, one file a version that adds to it or replaces parts of it, and the models. A jar cannot list its
 * folders, so {@code index.txt} does.
 */
public final class ShippedPolicies {

    private static final String FOLDER = "policies/";
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private ShippedPolicies() {}

    public static List<PolicyDocument> documents() {
        return paths().stream().map(ShippedPolicies::document).toList();
    }

    static List<String> paths() {
        return resource("index.txt").lines().toList();
    }

    public static List<TableDocument> tables() {
        return resource("tables/index.txt")
                .lines()
                .map(name -> TableDocument.parse(resource("tables/" + name + ".json")))
                .toList();
    }

    static List<ExpenditureKind> expenditureKinds() {
        try {
            return List.of(MAPPER.readValue(resource("expenditure-kinds.json"), ExpenditureKind[].class));
        } catch (JsonProcessingException invalid) {
            throw new UncheckedIOException(invalid);
        }
    }

    /** @param path such as {@code UI_RETENTION_REFUND/P-B1-2022a} */
    static PolicyDocument document(String path) {
        var folder = path.substring(0, path.indexOf('/') + 1);
        var whole = object(folder + "instrument.json");
        whole.setAll(object(path + ".json"));
        var model = whole.remove("model");
        var document = PolicyDocument.parse(
                whole.toString(), resource(folder + (model == null ? "model.dmn" : model.asText())));
        var expected = document.instrument() + "/" + document.id();
        if (!path.equals(expected)) {
            throw PolicyProblem.DOCUMENT_INVALID.because("文件 %s 应为 %s", "File %s should be %s", path, expected);
        }
        return document;
    }

    private static ObjectNode object(String path) {
        try {
            return (ObjectNode) MAPPER.readTree(resource(path));
        } catch (JsonProcessingException invalid) {
            var where = invalid.getOriginalMessage();
            throw PolicyProblem.DOCUMENT_INVALID.because("%s 无效：%s", "%s is not valid: %s", path, where);
        }
    }

    private static String resource(String path) {
        try (var stream = ShippedPolicies.class.getClassLoader().getResourceAsStream(FOLDER + path)) {
            if (stream == null) {
                throw PolicyProblem.DOCUMENT_INVALID.because("缺少 %s", "%s is missing", FOLDER + path);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
