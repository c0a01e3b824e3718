package org.leye.training.assessment;

import java.time.LocalDate;

import org.leye.platform.http.command.Answer;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An assessment as callers see it: the person by key, the outcome, and until when it is shown. */
@Schema(name = "Assessment", description = "The outcome of one candidate's assessment")
public record AssessmentView(
        @Schema(examples = "asm_06qk3v0g1rvs3e7m2k0c9d4b5a") String id,
        String bodyId,
        String personKey,
        String occupationCode,
        SkillLevel level,
        LocalDate assessedOn,
        Assessment.Status status,

        @Schema(description = "Last day of the public notice; a certificate may follow the day after") @Nullable
        LocalDate noticeEndsOn) {

    static AssessmentView of(Assessment assessment) {
        return new AssessmentView(
                assessment.id(),
                assessment.body().id(),
                assessment.personKey(),
                assessment.occupationCode(),
                assessment.level(),
                assessment.assessedOn(),
                assessment.status(),
                assessment.noticeEndsOn());
    }

    static Answer<AssessmentView> created(Assessment assessment) {
        return Answer.created("/assessments/" + assessment.id(), assessment.version(), of(assessment));
    }
}
