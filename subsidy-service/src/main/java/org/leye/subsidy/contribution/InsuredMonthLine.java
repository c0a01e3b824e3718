package org.leye.subsidy.contribution;

import java.time.YearMonth;
import java.util.Set;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;

import org.leye.platform.identity.IdNumber;
import org.leye.platform.identity.Uscc;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One line of a file of insured months, as social insurance gives it: by identity number, which is turned into a key here. */
@Schema(description = "One line of the file")
public record InsuredMonthLine(
        @NotNull @Schema(implementation = String.class, examples = "990099198503150025")
        IdNumber idNumber,

        @NotNull @Schema(implementation = String.class, examples = "2024-03")
        YearMonth month,

        @NotNull @Schema(implementation = String.class, examples = "91330282MA2AC0013P")
        Uscc uscc,

        @NotEmpty @Schema(description = "What was paid in this month")
        Set<@NotNull Kind> kinds,

        @Min(0) @Max(100_000_000) @Schema(description = "Contribution base of the month, in fen", examples = "481200")
        long baseFen) {

    /** The branches of social insurance. */
    public enum Kind {
        PENSION,
        MEDICAL,
        UNEMPLOYMENT,
        INJURY,
        MATERNITY
    }

    @Override
    public String toString() {
        return "InsuredMonthLine[" + month + ", " + uscc + "]";
    }
}
