package org.leye.platform.http.document;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.leye.platform.problem.Problem;
import org.leye.platform.problem.RequestProblem;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/**
 * Adds to every operation the refusals that any operation may answer, the shape of a problem, the bearer token, and an example
 * of the body put together from the examples of its fields.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class CommonAnswers implements OASFilter {

    private static final String PROBLEM = "Problem";
    private static final String BEARER = "bearer";
    private static final List<RequestProblem> ALWAYS = List.of(
            RequestProblem.INVALID_INPUT, RequestProblem.INTERNAL_ERROR, RequestProblem.TEMPORARILY_UNAVAILABLE);
    private static final List<RequestProblem> WITH_TOKEN =
            List.of(RequestProblem.UNAUTHENTICATED, RequestProblem.FORBIDDEN);
    private static final List<RequestProblem> WITH_BODY =
            List.of(RequestProblem.BODY_TOO_LARGE, RequestProblem.UNSUPPORTED_MEDIA_TYPE);

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        document.getComponents().addSchema(PROBLEM, problemSchema());
        document.getComponents()
                .addSecurityScheme(
                        BEARER,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme(BEARER)
                                .bearerFormat("JWT")
                                .description("An access token of the suite's issuer, audience leye"));
        document.getComponents().getSchemas().values().forEach(CommonAnswers::anchorPatterns);
        if (document.getPaths() != null && document.getPaths().getPathItems() != null) {
            var examples = new Examples(document);
            document.getPaths().getPathItems().forEach((path, item) -> complete(path, item, examples));
        }
    }

    /** Bean validation means the whole text; a pattern of JSON Schema means any part of it unless it says otherwise. */
    private static void anchorPatterns(Schema schema) {
        var pattern = schema.getPattern();
        if (pattern != null && !pattern.startsWith("^") && !pattern.equals("\\S")) {
            schema.setPattern("^(?:" + pattern + ")$");
        }
        if (schema.getItems() != null) {
            anchorPatterns(schema.getItems());
        }
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(CommonAnswers::anchorPatterns);
        }
    }

    private void complete(String path, PathItem item, Examples examples) {
        item.getOperations().forEach((method, operation) -> {
            boolean open = operation.getExtensions() != null
                    && operation.getExtensions().containsKey("x-public");
            ALWAYS.forEach(problem -> add(operation, problem));
            // Said outright: an operation that says nothing of a token leaves a reader guessing.
            operation.setSecurity(List.of());
            if (!open) {
                WITH_TOKEN.forEach(problem -> add(operation, problem));
                operation.setSecurity(
                        List.of(OASFactory.createSecurityRequirement().addScheme(BEARER)));
            }
            if (path.contains("{")) {
                add(operation, RequestProblem.NOT_FOUND);
            }
            if (operation.getRequestBody() != null) {
                WITH_BODY.forEach(problem -> add(operation, problem));
                examples.addTo(operation.getRequestBody());
            }
            if (CommonParameters.describe(operation)) {
                add(operation, RequestProblem.VERSION_MISMATCH);
                add(operation, RequestProblem.IF_MATCH_REQUIRED);
            }
            describePage(operation);
            describeBadRequest(operation);
            shapeRefusals(operation);
            examples.addTo(operation.getResponses());
        });
    }

    private static void add(Operation operation, RequestProblem problem) {
        var status = String.valueOf(problem.kind().status());
        if (operation.getResponses().getAPIResponse(status) == null) {
            operation
                    .getResponses()
                    .addAPIResponse(
                            status,
                            OASFactory.createAPIResponse()
                                    .description(problem.kind().title().en() + " (`" + problem.name() + "`)"));
        }
    }

    /** {@code x-items} on a list names what its pages hold. */
    private static void describePage(Operation operation) {
        if (operation.getExtensions() == null || !(operation.getExtensions().get("x-items") instanceof String items)) {
            return;
        }
        operation.removeExtension("x-items");
        var page = type(Schema.SchemaType.OBJECT)
                .description("One page of a list")
                .addProperty(
                        "items",
                        type(Schema.SchemaType.ARRAY)
                                .items(OASFactory.createSchema().ref("#/components/schemas/" + items)))
                .addProperty(
                        "next",
                        type(Schema.SchemaType.STRING)
                                .description("Give it as `after` to read on; absent on the last page"));
        // Where an operation names several answers, the extension is repeated on each of them.
        operation.getResponses().getAPIResponses().values().forEach(each -> each.setExtensions(null));
        var answer = operation.getResponses().getAPIResponse("200");
        answer.setContent(OASFactory.createContent()
                .addMediaType("application/json", OASFactory.createMediaType().schema(page)));
    }

    /** Which codes a 400 may carry follows from what the operation takes. */
    private static void describeBadRequest(Operation operation) {
        var answer = operation.getResponses().getAPIResponse("400");
        var codes = new TreeSet<>(Set.of(RequestProblem.INVALID_INPUT.name(), RequestProblem.UNKNOWN_PARAMETER.name()));
        if (operation.getRequestBody() != null) {
            codes.add(RequestProblem.MALFORMED_BODY.name());
        }
        for (var parameter : Objects.requireNonNullElse(operation.getParameters(), List.<Parameter>of())) {
            switch (parameter.getName()) {
                case "Idempotency-Key" -> codes.add(RequestProblem.IDEMPOTENCY_KEY_REQUIRED.name());
                case "after" -> codes.add(RequestProblem.INVALID_CURSOR.name());
                default -> {
                    // no code of its own
                }
            }
        }
        // What the resource names itself stays in front.
        var named = answer.getDescription() == null ? "" : answer.getDescription();
        var own = named.startsWith("`") ? named + "; " : "";
        codes.removeIf(code -> own.contains("`" + code + "`"));
        answer.setDescription(own + codes.stream().map(code -> "`" + code + "`").collect(Collectors.joining("; ")));
    }

    /** Every refusal, those a resource names included, has the body of a problem. */
    private static void shapeRefusals(Operation operation) {
        operation.getResponses().getAPIResponses().forEach((status, answer) -> {
            if (status.startsWith("4") || status.startsWith("5")) {
                shape(answer);
            }
        });
    }

    private static void shape(APIResponse answer) {
        var schema = OASFactory.createSchema().ref("#/components/schemas/" + PROBLEM);
        answer.setContent(OASFactory.createContent()
                .addMediaType(Problem.MEDIA_TYPE, OASFactory.createMediaType().schema(schema)));
    }

    private static Schema problemSchema() {
        var fields = new TreeMap<String, Schema>(Map.of(
                "type", text("Relative reference that names the kind of problem", "/problems/invalid-input"),
                "code", text("Stable code", "INVALID_INPUT"),
                "title", text("What kind of refusal this is, in the caller's language", "输入有误"),
                "detail", text("Which values led to it, in the caller's language", "输入有误"),
                "instance", text("Names this request", "/requests/0b8f0c9e-3f1d-4c55-9f0e-0d2f5a6a7b8c"),
                "status", type(Schema.SchemaType.INTEGER).description("HTTP status")));
        fields.put("violations", type(Schema.SchemaType.ARRAY).items(violationSchema()));
        return type(Schema.SchemaType.OBJECT)
                .description("RFC 9457 problem details")
                .properties(fields);
    }

    private static Schema violationSchema() {
        return type(Schema.SchemaType.OBJECT)
                .properties(new TreeMap<>(Map.of(
                        "pointer", text("JSON pointer into the body, or ?name of a parameter", "/idNumber"),
                        "code", text("Stable code", "ID_NUMBER_CHECK_CHARACTER"),
                        "detail", text("What is wrong, in the caller's language", "公民身份号码校验位不符"))));
    }

    private static Schema text(String description, String example) {
        return type(Schema.SchemaType.STRING).description(description).examples(List.of(example));
    }

    private static Schema type(Schema.SchemaType type) {
        return OASFactory.createSchema().type(List.of(type));
    }
}
