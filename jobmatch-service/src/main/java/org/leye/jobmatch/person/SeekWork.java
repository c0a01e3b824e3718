package org.leye.jobmatch.person;

import java.util.List;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;

import org.leye.platform.identity.DivisionCode;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a person seeks, as a whole: what is left out is no wish. */
@Schema(description = "What a person seeks")
public record SeekWork(
        @NotNull
        @Size(min = 1, max = 3)
        @Schema(
                description = "Codes of the national occupation classification (2022), one to three",
                examples = "[\"6-05-01-03\"]")
        List<@NotNull @Pattern(regexp = OCCUPATION) String> occupations,

        @NotNull
        @PositiveOrZero
        @Max(100_000_000)
        @Schema(description = "The least she would work for, in fen a month", examples = "450000")
        Long wageFloorFen,

        @Schema(
                implementation = String.class,
                description = "A town or street she would rather work in, 9 digits",
                examples = "330282004")
        @Nullable
        DivisionCode preferredTown,

        @Schema(examples = "DAY") @Nullable Shift shift,

        @NotNull @Schema(description = "Whether she needs a place to live with the job", examples = "false")
        Boolean needsLodging,

        @NotNull @Schema(description = "Whether she may be proposed to employers", examples = "true")
        Boolean consentToContact) {

    /** A code of the national occupation classification. */
    public static final String OCCUPATION = "\\d-\\d{2}-\\d{2}-\\d{2}";
}
