package org.leye.subsidy.rulebook;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A second officer puts a text into the book. */
@Schema(description = "Why the second officer publishes")
record PublishPolicy(
        @NotBlank @Size(max = 500) @Schema(examples = "已与原文逐条核对")
        String reason) {}
