package org.leye.subsidy.rulebook;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.leye.subsidy.policy.PolicyDocument;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A version of a policy as one file, to be taken from one house to another.
 *
 * @param format what this file is; raised when its shape changes
 * @param policy everything but the model
 * @param model DMN 1.5 as XML
 */
@Schema(name = "PolicyFile", description = "A version of a policy with its model and its examples, as one file")
public record PolicyFile(
        @Schema(examples = FORMAT) @NotNull @Pattern(regexp = FORMAT)
        String format,

        @Schema(
                description =
                        "Id, instrument, level, titles, document, confidence, days in force, parameters, facts, history, tables, conditions and worked examples",
                type = SchemaType.OBJECT,
                examples = "{\"id\":\"P-B1-2027\",\"instrument\":\"UI_RETENTION_REFUND\"}")
        @NotNull
        ObjectNode policy,

        @Schema(description = "A DMN 1.5 model, as any editor writes it", examples = "<definitions/>")
        @NotNull
        @Size(max = 200_000)
        String model) {

    static final String FORMAT = "leye-policy-1";

    static PolicyFile of(PolicyDocument document, ObjectMapper json) {
        try {
            return new PolicyFile(FORMAT, (ObjectNode) json.readTree(document.json()), document.model());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a policy that was read once cannot be read again", impossible);
        }
    }

    /** The same with more examples. */
    PolicyFile with(ArrayNode examples) {
        var more = policy.deepCopy();
        more.withArray("examples").addAll(examples);
        return new PolicyFile(format, more, model);
    }

    /** Refuses with DOCUMENT_INVALID. */
    PolicyDocument document() {
        return PolicyDocument.parse(policy.toString(), model);
    }
}
