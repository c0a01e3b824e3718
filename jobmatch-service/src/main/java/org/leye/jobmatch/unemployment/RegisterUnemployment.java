package org.leye.jobmatch.unemployment;

import java.time.LocalDate;

import jakarta.validation.constraints.NotNull;

import org.leye.platform.identity.PersonKey;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Declares that a person is without work and wants some. */
@Schema(description = "Who is without work, and since which day she has said so")
record RegisterUnemployment(
        @NotNull @Schema(implementation = String.class, examples = "per_5q0c1hv7d2s8k3m6n9p4r1t0ag")
        PersonKey personKey,

        @Schema(description = "Day of the declaration; today if left out", examples = "2024-03-01") @Nullable
        LocalDate declaredOn) {}
