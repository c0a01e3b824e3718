package org.leye.jobmatch.posting;

import java.time.LocalDate;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;

import org.leye.contracts.jobmatch.PlacementKind;
import org.leye.jobmatch.person.SeekWork;
import org.leye.jobmatch.person.Shift;
import org.leye.platform.identity.DivisionCode;
import org.leye.platform.identity.Uscc;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A vacancy as the employer words it. */
@Schema(description = "A vacancy to be drafted; wages in fen a month")
record DraftPosting(
        @NotNull @Schema(implementation = String.class, examples = "91330282MA2AC0013P")
        Uscc uscc,

        @NotBlank @Size(max = 60) @Schema(examples = "缝纫工") String title,

        @NotNull @Size(max = 1000) @Schema(description = "Duties and requirements", examples = "会操作平缝机，有经验者优先")
        String requirements,

        @NotNull
        @Pattern(regexp = SeekWork.OCCUPATION)
        @Schema(description = "Code of the national occupation classification (2022)", examples = "6-05-01-03")
        String occupationCode,

        @NotNull @Schema(examples = "EMPLOYMENT") PlacementKind kind,

        @NotNull @Min(1) @Max(100_000) @Schema(examples = "5")
        Integer openings,

        @NotNull @Positive @Max(100_000_000) @Schema(examples = "500000")
        Long wageFromFen,

        @NotNull @Positive @Max(100_000_000) @Schema(examples = "700000")
        Long wageToFen,

        @NotNull
        @Schema(
                implementation = String.class,
                description = "Town or village where the work is, 9 or 12 digits",
                examples = "330282004")
        DivisionCode place,

        @NotNull @Schema(examples = "DAY") Shift shift,

        @NotNull @Schema(description = "Whether a place to live comes with the job", examples = "true")
        Boolean lodging,

        @NotNull @Schema(description = "The last day on which it is open", examples = "2024-05-15")
        LocalDate expiresOn) {}
