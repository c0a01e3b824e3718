package org.leye.gateway.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class MergedDocumentTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String BROKER = """
            {"openapi": "3.1.0", "info": {"title": "Broker"},
             "tags": [{"name": "villages"}, {"name": "imports", "description": "of broker"}],
             "paths": {
               "/q/health": {"get": {}},
               "/broker/v1/villages": {"get": {"operationId": "list", "security": [{"jwt": ["TOWN"]}], "responses": {
                 "200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Village"}}}},
                 "404": {"$ref": "#/components/responses/NotFound"}}}}},
             "components": {
               "securitySchemes": {"jwt": {"type": "http", "scheme": "bearer"}},
               "responses": {"NotFound": {"description": "none"}},
               "schemas": {
                 "Problem": {"type": "object"},
                 "Address": {"type": "string"},
                 "Village": {"properties": {"at": {"$ref": "#/components/schemas/Address"}}},
                 "Same": {"properties": {"at": {"$ref": "#/components/schemas/Address"}}}}}}""";

    private static final String TRAINING = """
            {"openapi": "3.1.0", "info": {"title": "Training"},
             "tags": [{"name": "classes"}, {"name": "imports"}],
             "paths": {
               "/training/v1/classes": {"get": {"operationId": "list", "security": [{"other": []}], "responses": {
                 "404": {"$ref": "#/components/responses/NotFound"},
                 "200": {"content": {"application/json": {"schema": {
                   "discriminator": {"mapping": {"a": "#/components/schemas/Address"}},
                   "oneOf": [{"$ref": "#/components/schemas/Address"}, {"$ref": "#/components/schemas/Same"}]}}}}}}},
               "/training/v1/certificates/{number}/verification": {"get": {"operationId": "verify", "security": []}}},
             "components": {
               "securitySchemes": {"other": {"type": "http", "scheme": "bearer"}},
               "responses": {"NotFound": {"description": "none"}},
               "schemas": {
                 "Address": {"type": "object"},
                 "Problem": {"type": "object"},
                 "Same": {"properties": {"at": {"$ref": "#/components/schemas/Address"}}}}}}""";

    private final JsonNode merged = merge(BROKER, TRAINING);

    @Test
    void keepsThePathsOfTheServicesSortedAndNothingElse() {
        assertEquals(
                List.of(
                        "/broker/v1/villages",
                        "/training/v1/certificates/{number}/verification",
                        "/training/v1/classes"),
                names(merged.path("paths")));
    }

    @Test
    void keepsAlikeComponentsOnceAndNamesDifferingOnesAfterTheirService() {
        assertEquals(
                List.of("Problem", "Village", "broker.Address", "broker.Same", "training.Address", "training.Same"),
                names(merged.at("/components/schemas")));
        assertEquals(List.of("NotFound"), names(merged.at("/components/responses")));
    }

    @Test
    void everyReferenceLeadsToWhatItMeant() {
        assertEquals(
                "#/components/schemas/broker.Address",
                merged.at("/components/schemas/Village/properties/at/$ref").asText());
        assertEquals(
                "object", merged.at("/components/schemas/training.Address/type").asText());
        var references = new ArrayList<String>();
        references.addAll(merged.findValuesAsText("$ref"));
        merged.findValues("mapping").forEach(mapping -> mapping.forEach(target -> references.add(target.asText())));
        assertEquals(9, references.size());
        references.forEach(
                reference -> assertFalse(merged.at(reference.substring(1)).isMissingNode(), reference));
    }

    @Test
    void allOperationsShareOneSecurityScheme() {
        assertEquals(List.of("bearer"), names(merged.at("/components/securitySchemes")));
        assertEquals(
                "[{\"bearer\":[\"TOWN\"]}]",
                merged.at("/paths/~1broker~1v1~1villages/get/security").toString());
        assertTrue(merged.at("/paths/~1training~1v1~1certificates~1{number}~1verification/get/security")
                .isEmpty());
    }

    @Test
    void operationIdsStayUnique() {
        assertEquals(List.of("broker.list", "verify", "training.list"), merged.findValuesAsText("operationId"));
    }

    @Test
    void keepsEachTagOnce() {
        assertEquals(
                List.of("classes", "imports", "villages"), merged.at("/tags").findValuesAsText("name"));
    }

    @Test
    void sameInputGivesTheSameText() {
        assertEquals(merged.toString(), merge(BROKER, TRAINING).toString());
    }

    private static JsonNode merge(String broker, String training) {
        try {
            var documents = new TreeMap<String, JsonNode>();
            documents.put("training", JSON.readTree(training));
            documents.put("broker", JSON.readTree(broker));
            return MergedDocument.of(documents, JSON.createObjectNode().put("title", "Leye"));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static List<String> names(JsonNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
