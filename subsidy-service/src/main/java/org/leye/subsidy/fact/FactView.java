package org.leye.subsidy.fact;

import java.time.LocalDate;
import java.time.OffsetDateTime;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A fact, as callers see it. */
@Schema(name = "Fact", description = "Something known of a subject for a span of days")
record FactView(
        @Schema(examples = "91330282MA2AC0013P") String subject,

        @Schema(examples = "ENTERPRISE_SIZE") String kind,

        @Schema(examples = "SMALL") String value,

        @Schema(description = "First day") LocalDate validFrom,

        @Schema(description = "Last day, if there is one") @Nullable
        LocalDate validTo,

        @Schema(examples = "market-regulator-2023") String source,

        @Schema(description = "From when on it was known") OffsetDateTime recordedAt,

        @Schema(description = "From when on it was known no more: it was corrected") @Nullable
        OffsetDateTime withdrawnAt) {}
