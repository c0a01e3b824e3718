package org.leye.broker.referral;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a referral is rejected. Goes into the audit trail and nowhere else. */
@Schema(description = "Why a referral is rejected")
record RejectReferral(
        @NotBlank @Size(max = 500) @Schema(examples = "本人不认识该经纪人")
        String reason) {

    /** Without the text, which may speak of people. */
    @Override
    public String toString() {
        return "RejectReferral[]";
    }
}
