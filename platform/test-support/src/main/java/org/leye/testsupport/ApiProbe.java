package org.leye.testsupport;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Walks every operation of a running service's API document as callers would who should not, or with what they should not send. */
public final class ApiProbe {

    private static final Map<String, String> FLAWED_TOKENS = Map.of(
            "expired", Token.expired(),
            "of another issuer", Token.ofAnotherIssuer(),
            "for another audience", Token.forAnotherAudience(),
            "forged", Token.forged(),
            "unsigned", Token.unsigned(),
            "no token at all", "x.y.z");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<JsonNode> HOSTILE = Arrays.asList(
            JSON.nullNode(),
            JSON.numberNode(-1),
            JSON.numberNode(999_999_999_999_999_999L),
            JSON.booleanNode(true),
            JSON.objectNode(),
            JSON.arrayNode().add(JSON.objectNode()),
            JSON.textNode(""),
            JSON.textNode("\u0000"),
            JSON.textNode("字".repeat(20_000)),
            JSON.textNode("'; drop table x; -- 😀"),
            JSON.textNode("2024-02-30"));

    /** Fields whose values must not come back in a refusal. */
    private static final List<String> PERSONAL =
            List.of("idNumber", "candidateIdNumber", "name", "phone", "contactPhone", "accountName", "account");

    private final JsonNode document;

    private ApiProbe(JsonNode document) {
        this.document = document;
    }

    /** Of the running service. */
    public static ApiProbe ofRunningService() {
        return new ApiProbe(ApiDocument.served());
    }

    /** Operations that answered a caller without a token of ours, or one without a role, with anything but 401 or 403. */
    public List<String> openDoors() {
        var open = new ArrayList<String>();
        for (var operation : operations()) {
            if (operation.isPublic()) {
                continue;
            }
            note(open, operation, "no token", 401, operation.call(RestAssured.given()));
            FLAWED_TOKENS.forEach((flaw, token) -> note(open, operation, flaw, 401, operation.call(as(token))));
            var stranger = Token.withRoles("stranger", "330282", "NO_SUCH_ROLE");
            note(open, operation, "no role", 403, operation.call(as(stranger)));
        }
        return open;
    }

    /** Operations that broke on a hostile value in some field, took an unknown field, or repeated personal data in a refusal. */
    public List<String> brokenByHostileValues() {
        var broken = new ArrayList<String>();
        for (var operation : operations()) {
            var example = operation.example();
            if (example instanceof ObjectNode body) {
                body.fieldNames()
                        .forEachRemaining(field -> HOSTILE.forEach(value -> {
                            var hostile = body.deepCopy();
                            hostile.set(field, value);
                            noteBroken(broken, operation, field, value, operation.call(asEverybody(), hostile));
                        }));
                var unknown = body.deepCopy().put("noSuchField", 1);
                var answer = operation.call(asEverybody(), unknown);
                if (answer.statusCode() != 400) {
                    broken.add(operation + " took an unknown field: " + answer.statusCode());
                }
            }
        }
        return broken;
    }

    private static void note(List<String> open, Operation operation, String who, int expected, Response answer) {
        if (answer.statusCode() != expected) {
            open.add(operation + " answered " + answer.statusCode() + " to: " + who);
        }
    }

    private static void noteBroken(
            List<String> broken, Operation operation, String field, JsonNode value, Response answer) {
        PERSONAL.stream()
                .map(personal -> operation.example().path(personal).asText())
                .filter(text -> !text.isEmpty() && answer.statusCode() >= 400)
                .filter(answer.asString()::contains)
                .forEach(text -> broken.add(operation + " repeats personal data in its refusal"));
        boolean problem = answer.contentType().startsWith("application/problem+json");
        if (answer.statusCode() >= 500 || answer.statusCode() >= 400 && !problem) {
            var shown = value.toString();
            broken.add("%s, %s = %s: %d"
                    .formatted(
                            operation, field, shown.substring(0, Math.min(40, shown.length())), answer.statusCode()));
        }
    }

    private List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        document.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(entry -> ApiDocument.METHODS.contains(entry.getKey()))
                .forEach(entry -> operations.add(new Operation(entry.getKey(), path.getKey(), entry.getValue()))));
        return operations;
    }

    private static RequestSpecification as(String token) {
        return RestAssured.given().auth().oauth2(token);
    }

    private static RequestSpecification asEverybody() {
        return as(Token.ofEverybody());
    }

    private record Operation(String method, String path, JsonNode definition) {

        boolean isPublic() {
            return definition.path("security").isMissingNode()
                    || definition.path("security").isEmpty();
        }

        JsonNode example() {
            return definition
                    .path("requestBody")
                    .path("content")
                    .path("application/json")
                    .path("example");
        }

        Response call(RequestSpecification request) {
            return call(request, example());
        }

        Response call(RequestSpecification request, JsonNode body) {
            request.header("Idempotency-Key", UUID.randomUUID().toString()).header("If-Match", "\"0\"");
            if (body.isObject()) {
                request.contentType("application/json").body(write(body));
            } else {
                // a file: of the type the operation takes, for the door comes before the content
                definition
                        .path("requestBody")
                        .path("content")
                        .fieldNames()
                        .forEachRemaining(type -> request.contentType(type).body(new byte[] {'{', '}'}));
            }
            return request.request(method.toUpperCase(Locale.ROOT), path.replaceAll("\\{[^}]+}", "probe"));
        }

        @Override
        public String toString() {
            return method + " " + path;
        }

        private static String write(JsonNode body) {
            try {
                return new ObjectMapper().writeValueAsString(body);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
