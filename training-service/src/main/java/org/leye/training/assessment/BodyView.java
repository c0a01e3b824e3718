package org.leye.training.assessment;

import java.time.LocalDate;

import org.leye.platform.http.command.Answer;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A body as callers see it. */
@Schema(name = "AssessmentBody", description = "A filed assessment body")
public record BodyView(
        @Schema(examples = "body_06qk3v0g1rvs3e7m2k0c9d4b5a")
        String id,

        @Schema(examples = "91330282MA2AC0013P") String uscc,
        String name,
        AssessmentBody.Kind kind,
        String serial,
        String division,
        AssessmentBody.Status status,
        LocalDate filedOn) {

    static BodyView of(AssessmentBody body) {
        return new BodyView(
                body.id(),
                body.uscc(),
                body.name(),
                body.kind(),
                body.serial(),
                body.division(),
                body.status(),
                body.filedOn());
    }

    static Answer<BodyView> created(AssessmentBody body) {
        return Answer.created("/assessment-bodies/" + body.id(), body.version(), of(body));
    }
}
