package org.leye.subsidy.rulebook;

import jakarta.validation.constraints.NotNull;

import org.leye.subsidy.policy.TableDocument;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A dated table as one file. */
@Schema(name = "ReferenceTableFile", description = "A dated table as a whole, with every row it has and had")
public record TableFile(
        @Schema(
                description = "Name, id, title, type, unit and rows",
                type = SchemaType.OBJECT,
                examples =
                        "{\"name\":\"minimumWage\",\"id\":\"P-MW-CIXI\",\"title\":{\"zh\":\"最低月工资标准\",\"en\":\"Minimum monthly wage\"},\"type\":\"INTEGER\",\"unit\":\"FEN\",\"rows\":[{\"from\":\"2024-01-01\",\"value\":226000,\"confidence\":\"VERIFIED\",\"source\":\"浙政发\"}]}")
        @NotNull
        ObjectNode table) {

    /** Refuses with DOCUMENT_INVALID. */
    TableDocument document() {
        return TableDocument.parse(table.toString());
    }
}
