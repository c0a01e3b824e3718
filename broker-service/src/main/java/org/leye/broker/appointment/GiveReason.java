package org.leye.broker.appointment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why the county suspends, reinstates or dismisses a broker. Goes into the audit trail and nowhere else. */
@Schema(description = "Why a broker is suspended, reinstated or dismissed")
record GiveReason(
        @NotBlank @Size(max = 500) @Schema(examples = "收到向劳动者收费的举报，核查中")
        String reason) {

    /** Without the text, which may speak of people. */
    @Override
    public String toString() {
        return "GiveReason[]";
    }
}
