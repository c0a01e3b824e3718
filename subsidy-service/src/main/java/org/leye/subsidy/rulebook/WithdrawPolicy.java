package org.leye.subsidy.rulebook;

import java.time.LocalDate;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A version is to hold no longer, or not at all. */
@Schema(description = "Why a version ends, and when")
record WithdrawPolicy(
        @Schema(
                description = "Its last day in force; without one the version never comes into force",
                examples = "2026-12-31")
        @Nullable
        LocalDate lastDay,

        @NotBlank @Size(max = 500) @Schema(examples = "2027年起执行新办法")
        String reason) {}
