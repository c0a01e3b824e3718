package org.leye.training.assessment;

import java.util.HashSet;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.leye.platform.identity.DivisionCode;
import org.leye.platform.identity.Uscc;
import org.leye.platform.problem.RequestProblem;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the county office says of a body when it files it. */
@Schema(description = "An assessment body to be filed")
public record FileBody(
        @NotNull @Schema(implementation = String.class, examples = "91330282MA2AC0013P")
        Uscc uscc,

        @NotBlank @Size(max = 200) @Schema(examples = "慈溪市纺织技能评价中心")
        String name,

        @NotNull @Schema(examples = "SOCIAL") AssessmentBody.Kind kind,

        @NotNull
        @Pattern(regexp = "\\d{6}")
        @Schema(description = "Six digits of the filing, part of each certificate number", examples = "200152")
        String serial,

        @NotNull @Schema(implementation = String.class, examples = "330282004")
        DivisionCode division,

        @NotNull @Size(min = 1, max = 200) List<@Valid @NotNull LevelRange> scopes) {

    /** An occupation and the levels in which it may be assessed. */
    @Schema(description = "An occupation and the levels in which it may be assessed")
    public record LevelRange(
            @NotNull
            @Pattern(regexp = OCCUPATION)
            @Schema(description = "Code of the national occupation classification (2022)", examples = "6-05-01-03")
            String occupationCode,

            @NotNull @Schema(examples = "L5") SkillLevel lowestLevel,
            @NotNull @Schema(examples = "L3") SkillLevel highestLevel) {}

    static final String OCCUPATION = "\\d-\\d{2}-\\d{2}-\\d{2}";

    /** Throws INVALID_INPUT for an occupation that is named twice and for a range whose lowest level is above its highest. */
    void requireClearScopes() {
        var occupations = new HashSet<String>();
        for (int i = 0; i < scopes.size(); i++) {
            var range = scopes.get(i);
            if (!occupations.add(range.occupationCode())) {
                throw RequestProblem.INVALID_INPUT.at(
                        "/scopes/" + i + "/occupationCode", "REPEATED", "职业重复", "this occupation is named before");
            }
            if (!range.highestLevel().isAtLeast(range.lowestLevel())) {
                throw RequestProblem.INVALID_INPUT.at(
                        "/scopes/" + i + "/lowestLevel",
                        "LEVEL_ORDER",
                        "最低等级高于最高等级",
                        "the lowest level is above the highest");
            }
        }
    }
}
