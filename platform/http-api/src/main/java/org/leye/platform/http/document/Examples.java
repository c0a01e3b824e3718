package org.leye.platform.http.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;

import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jspecify.annotations.Nullable;

/** Puts an example of a body together from the examples of its fields; a field without one is left out. */
class Examples {

    private static final int DEPTH = 6;

    private final OpenAPI document;

    Examples(OpenAPI document) {
        this.document = document;
    }

    void addTo(RequestBody body) {
        if (body.getContent() == null) {
            return;
        }
        addTo(body.getContent());
    }

    /** The same for what an operation answers when it succeeds. */
    void addTo(APIResponses answers) {
        answers.getAPIResponses().forEach((status, answer) -> {
            if (status.startsWith("2") && answer.getContent() != null) {
                addTo(answer.getContent());
            }
        });
    }

    private void addTo(Content content) {
        content.getMediaTypes().values().forEach(media -> {
            if (media.getExample() == null && media.getExamples() == null && media.getSchema() != null) {
                media.setExample(exampleOf(media.getSchema(), DEPTH));
            }
        });
    }

    private @Nullable Object exampleOf(Schema schema, int depth) {
        if (depth == 0) {
            return null;
        }
        if (schema.getExamples() != null && !schema.getExamples().isEmpty()) {
            return schema.getExamples().getFirst();
        }
        if (schema.getRef() != null) {
            var name = schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1);
            var target = Objects.requireNonNull(document.getComponents().getSchemas())
                    .get(name);
            return target == null ? null : exampleOf(target, depth - 1);
        }
        if (schema.getItems() != null) {
            var item = exampleOf(schema.getItems(), depth - 1);
            return item == null ? null : List.of(item);
        }
        if (schema.getAllOf() != null && !schema.getAllOf().isEmpty()) {
            return exampleOf(schema.getAllOf().getFirst(), depth - 1);
        }
        if (schema.getAnyOf() != null && !schema.getAnyOf().isEmpty()) {
            return exampleOf(schema.getAnyOf().getFirst(), depth - 1);
        }
        if (schema.getEnumeration() != null && !schema.getEnumeration().isEmpty()) {
            return schema.getEnumeration().getFirst();
        }
        if (schema.getProperties() != null) {
            return fieldsOf(schema, depth);
        }
        return typical(schema);
    }

    /** What a field of this type may look like where its own example says nothing. */
    private static @Nullable Object typical(Schema schema) {
        if ("date".equals(schema.getFormat())) {
            return "2024-03-08";
        }
        if ("date-time".equals(schema.getFormat())) {
            return "2024-03-08T09:30:00+08:00";
        }
        if (schema.getType() == null || schema.getType().isEmpty()) {
            return null;
        }
        return switch (schema.getType().getFirst()) {
            case BOOLEAN -> true;
            case INTEGER, NUMBER -> 1;
            case STRING -> schema.getPattern() == null ? "…" : null;
            default -> null;
        };
    }

    private Object fieldsOf(Schema schema, int depth) {
        var fields = new LinkedHashMap<String, Object>();
        schema.getProperties().forEach((name, field) -> {
            var example = exampleOf(field, depth - 1);
            if (example != null) {
                fields.put(name, example);
            }
        });
        return fields;
    }
}
