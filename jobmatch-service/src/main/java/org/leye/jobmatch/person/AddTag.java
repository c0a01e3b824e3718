package org.leye.jobmatch.person;

import java.time.LocalDate;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An officer's finding that a person belongs to a key group. */
@Schema(description = "A key group a person belongs to, from when, and how that is known")
record AddTag(
        @NotNull @Schema(examples = "POVERTY_ALLEVIATED") KeyGroupTag.Kind kind,
        @NotNull @Schema(examples = "2024-01-01") LocalDate validFrom,

        @Schema(description = "Last day, if it is known", examples = "2024-12-31") @Nullable
        LocalDate validTo,

        @NotNull
        @Pattern(regexp = "[A-Z][A-Z_]{1,59}")
        @Schema(description = "Code of the source; others learn it too", examples = "RURAL_REVITALISATION_OFFICE")
        String source,

        @NotBlank
        @Size(max = 200)
        @Schema(description = "Which paper or record shows it; kept sealed", examples = "全国防返贫监测信息系统核查记录")
        String evidence) {

    @Override
    public String toString() {
        return "AddTag[" + kind + ", " + validFrom + "]";
    }
}
