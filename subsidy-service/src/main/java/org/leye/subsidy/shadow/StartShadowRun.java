package org.leye.subsidy.shadow;

import java.time.LocalDate;

import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Over which decisions a draft is to be tried. */
@Schema(description = "The days on which the decisions were made, both included")
record StartShadowRun(
        @NotNull @Schema(examples = "2024-01-01") LocalDate from,
        @NotNull @Schema(examples = "2024-12-31") LocalDate to) {}
