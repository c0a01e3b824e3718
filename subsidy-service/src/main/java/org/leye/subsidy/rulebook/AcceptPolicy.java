package org.leye.subsidy.rulebook;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A fund's owner takes a policy version on. */
@Schema(description = "Why the fund's owner takes the version on")
record AcceptPolicy(
        @NotBlank @Size(max = 500) @Schema(examples = "经局务会议研究同意试行")
        String reason) {}
