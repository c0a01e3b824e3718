package org.leye.broker.appointment;

import java.time.LocalDate;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The letter by which the county appoints a broker. */
@Schema(description = "A letter of appointment and its term")
record AppointBroker(
        @NotBlank @Size(max = 60) @Schema(examples = "慈就经聘〔2024〕12号")
        String letterNumber,

        @NotNull @Schema(description = "First day of the term; not in the future", examples = "2024-03-01")
        LocalDate from,

        @Schema(description = "Last day of the term; the usual term if absent", examples = "2025-02-28") @Nullable
        LocalDate to) {}
