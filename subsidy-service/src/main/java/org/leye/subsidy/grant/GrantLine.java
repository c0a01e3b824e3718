package org.leye.subsidy.grant;

import java.time.LocalDate;
import java.util.List;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.leye.platform.identity.DivisionCode;
import org.leye.platform.identity.IdNumber;
import org.leye.platform.identity.PersonKey;
import org.leye.platform.identity.Uscc;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One line of a file of grants that an earlier system made. Of identity number, person key and credit code one is given. */
@Schema(description = "One line of the file")
public record GrantLine(
        @NotNull
        @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,59}")
        @Schema(description = "The system that granted", examples = "county-subsidy-2019")
        String source,

        @NotNull
        @Pattern(regexp = "[^\\s|]{1,100}")
        @Schema(description = "The record's number there; told again, it is the same grant", examples = "2021-000387")
        String sourceId,

        @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{1,60}") @Schema(examples = "FLEX_SI_SUBSIDY")
        String instrument,

        @Pattern(regexp = "P-[A-Za-z0-9-]{1,40}")
        @Schema(description = "The version it was granted under, if that is known", examples = "P-B7-2019")
        @Nullable
        String policyId,

        @Schema(implementation = String.class, description = "Whom the case was about", examples = "990099198503150025")
        @Nullable
        IdNumber idNumber,

        @Schema(implementation = String.class, description = "The same by person key") @Nullable
        PersonKey person,

        @Schema(implementation = String.class, description = "The same, an enterprise") @Nullable
        Uscc uscc,

        @Schema(
                implementation = String.class,
                description = "Where the subject belongs; without it, where she lived on the basis date",
                examples = "330282111")
        @Nullable
        DivisionCode division,

        @NotNull @Schema(implementation = String.class, examples = "2021-08-02")
        LocalDate basisDate,

        @Min(1) @Max(10_000_000_000_000L) @Schema(description = "In fen", examples = "89600")
        long amountFen,

        @NotEmpty
        @Size(max = 2_000)
        @Schema(
                description = "What it was for, and the fen of each; they add up to the amount",
                implementation = String[].class,
                examples = "[\"2021-06=44800\",\"2021-07=44800\"]")
        List<@NotNull PaidLine> lines,

        @Size(max = 50)
        @Schema(
                description = "Keys and facts of the case that later cases are compared with",
                implementation = String[].class,
                examples = "[\"level=L4\"]")
        @Nullable
        List<@NotNull ToldFact> told) {

    Granted.Source from() {
        return new Granted.Source(source, sourceId);
    }

    @Override
    public String toString() {
        return "GrantLine[" + source + ", " + sourceId + "]";
    }
}
