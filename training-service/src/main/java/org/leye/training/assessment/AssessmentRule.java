package org.leye.training.assessment;

import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import org.jspecify.annotations.Nullable;

/** The pass mark and the length of the notice that hold from a date on. Marks are in half points: 120 is 60.0. */
@Entity
class AssessmentRule {

    @Id
    LocalDate validFrom;

    @Nullable
    LocalDate validTo;

    int passHalfPoints;

    @Enumerated(EnumType.STRING)
    SkillLevel reviewFromLevel;

    int noticeWorkingDays;
    String source;
    String confidence;

    @SuppressWarnings("NullAway")
    protected AssessmentRule() {}

    boolean needsReview(SkillLevel level) {
        return level.isAtLeast(reviewFromLevel);
    }
}
