package org.leye.jobmatch.placement;

import java.time.LocalDate;

import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The employer says that the work has begun. */
@Schema(description = "The first day of work and the kind of contract")
record StartWork(
        @NotNull @Schema(examples = "2024-03-04") LocalDate startDate,
        @NotNull @Schema(examples = "FIXED_TERM") Match.ContractKind contractKind) {}
