package org.leye.training.assessment;

import java.math.BigDecimal;
import java.time.LocalDate;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.leye.platform.identity.IdNumber;
import org.leye.platform.identity.PersonName;
import org.leye.platform.problem.RequestProblem;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an assessment body reports of one candidate. */
@Schema(description = "The result of one candidate; marks out of 100 in steps of half a point")
public record RecordResult(
        @NotBlank @Size(max = 60) @Schema(examples = "body_06qk3v0g1rvs3e7m2k0c9d4b5a")
        String bodyId,

        @NotNull @Schema(implementation = String.class, examples = "990099198503150025")
        IdNumber idNumber,

        @PersonName @Schema(examples = "王小芳") String name,

        @NotNull @Pattern(regexp = FileBody.OCCUPATION) @Schema(examples = "6-05-01-03")
        String occupationCode,

        @NotNull @Schema(examples = "L4") SkillLevel level,
        @NotNull @Schema(examples = "2024-03-01") LocalDate assessedOn,

        @NotNull @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 1) @Schema(examples = "72.5")
        BigDecimal theory,

        @NotNull @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 1) @Schema(examples = "81")
        BigDecimal practical,

        @DecimalMin("0")
        @DecimalMax("100")
        @Digits(integer = 3, fraction = 1)
        @Schema(description = "Comprehensive review; for technicians and up, and only for them")
        @Nullable
        BigDecimal review) {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /** Throws INVALID_INPUT for a mark that is not a multiple of half a point. */
    static int halfPoints(BigDecimal mark) {
        try {
            return mark.multiply(TWO).intValueExact();
        } catch (ArithmeticException notHalfPoints) {
            throw RequestProblem.INVALID_INPUT.at(
                    "", "HALF_POINTS", "成绩须为 0.5 的倍数", "marks come in steps of half a point");
        }
    }

    /** Without number and name: this record may stand in a log line. */
    @Override
    public String toString() {
        return "RecordResult[" + bodyId + ", " + occupationCode + ", " + level + ", " + assessedOn + "]";
    }
}
