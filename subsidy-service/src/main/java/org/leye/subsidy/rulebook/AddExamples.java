package org.leye.subsidy.rulebook;

import jakarta.validation.constraints.NotNull;

import com.fasterxml.jackson.databind.node.ArrayNode;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Further examples of a draft. */
@Schema(description = "Worked examples, as in a policy file")
record AddExamples(
        @Schema(
                description = "Each with id, label, runs and totalFen",
                type = SchemaType.ARRAY,
                examples =
                        "[{\"id\":\"B1-2027-1\",\"label\":{\"zh\":\"小微企业\",\"en\":\"A small firm\"},\"runs\":[{\"expect\":{\"outcome\":\"APPROVED\",\"amountFen\":5670000}}],\"totalFen\":5670000}]")
        @NotNull
        ArrayNode examples) {}
