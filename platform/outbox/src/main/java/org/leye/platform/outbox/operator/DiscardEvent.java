package org.leye.platform.outbox.operator;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why an event is given up. Goes into the audit trail and nowhere else. */
@Schema(description = "Why an event is given up")
record DiscardEvent(
        @NotBlank @Size(max = 500) @Schema(examples = "已在业务系统中人工更正")
        String reason) {

    /** Without the text, which may speak of people. */
    @Override
    public String toString() {
        return "DiscardEvent[]";
    }
}
