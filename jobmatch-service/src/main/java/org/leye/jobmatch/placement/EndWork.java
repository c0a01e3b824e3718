package org.leye.jobmatch.placement;

import java.time.LocalDate;

import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The employer says that the work has ended. */
@Schema(description = "The last day of work and why it ended")
record EndWork(
        @NotNull @Schema(examples = "2024-09-30") LocalDate endDate,
        @NotNull @Schema(examples = "RESIGNED") Match.EndReason reason) {}
