package org.leye.jobmatch.skill;

import java.time.LocalDate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A skill as callers see it. */
@Schema(name = "Skill", description = "A skill that a certificate in force vouches for")
record SkillView(
        @Schema(examples = "S000033200152244000001") String certificateNumber,
        @Schema(examples = "6-05-01-03") String occupationCode,
        @Schema(examples = "L4") String level,
        @Nullable LocalDate issuedOn) {

    static SkillView of(Skill skill) {
        return new SkillView(skill.certificateNumber(), skill.occupationCode(), skill.level(), skill.issuedOn());
    }
}
