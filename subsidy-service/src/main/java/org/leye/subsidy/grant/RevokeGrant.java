package org.leye.subsidy.grant;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A grant of an earlier system was recorded by mistake. */
@Schema(description = "Why the grant no longer counts")
record RevokeGrant(
        @NotBlank @Size(max = 500) @Schema(examples = "原系统重复登记")
        String reason) {}
