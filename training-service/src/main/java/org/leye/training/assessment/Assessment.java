package org.leye.training.assessment;

import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;

import org.leye.platform.identity.PersonKey;

import org.jspecify.annotations.Nullable;

/** What a candidate reached in each part of one assessment, and what follows from it. */
@Entity
public class Assessment {

    /** IN_NOTICE: passed and shown publicly; CERTIFIED: a certificate was issued. */
    public enum Status {
        IN_NOTICE,
        FAILED,
        CERTIFIED
    }

    @Id
    private String id;

    @Version
    private long version;

    @ManyToOne(optional = false)
    private AssessmentBody body;

    private String personKey;
    private String occupationCode;

    @Enumerated(EnumType.STRING)
    private SkillLevel level;

    private LocalDate assessedOn;
    private int theory;
    private int practical;
    private @Nullable Integer review;

    @Enumerated(EnumType.STRING)
    private Status status;

    private @Nullable LocalDate noticeEndsOn;

    @SuppressWarnings("NullAway")
    protected Assessment() {}

    /** Throws REVIEW_MISSING, REVIEW_NOT_EXPECTED. */
    Assessment(String id, AssessmentBody body, PersonKey person, RecordResult result, AssessmentRule rule) {
        this.id = id;
        this.body = body;
        this.personKey = person.value();
        this.occupationCode = result.occupationCode();
        this.level = result.level();
        this.assessedOn = result.assessedOn();
        this.theory = RecordResult.halfPoints(result.theory());
        this.practical = RecordResult.halfPoints(result.practical());
        this.review = result.review() == null ? null : RecordResult.halfPoints(result.review());
        if (rule.needsReview(level) && review == null) {
            throw AssessmentProblem.REVIEW_MISSING.problem();
        }
        if (!rule.needsReview(level) && review != null) {
            throw AssessmentProblem.REVIEW_NOT_EXPECTED.problem();
        }
        this.status = passes(rule.passHalfPoints) ? Status.IN_NOTICE : Status.FAILED;
    }

    /** Every part must reach the mark; a strong part does not make up for a weak one. */
    private boolean passes(int mark) {
        return theory >= mark && practical >= mark && (review == null || review >= mark);
    }

    void showUntil(LocalDate noticeEnds) {
        this.noticeEndsOn = noticeEnds;
    }

    /** Throws ASSESSMENT_NOT_PASSED, ASSESSMENT_ALREADY_CERTIFIED, RESULT_IN_NOTICE. */
    public void certify(LocalDate today) {
        switch (status) {
            case FAILED -> throw AssessmentProblem.ASSESSMENT_NOT_PASSED.problem();
            case CERTIFIED -> throw AssessmentProblem.ASSESSMENT_ALREADY_CERTIFIED.problem();
            case IN_NOTICE -> {
                if (noticeEndsOn == null || !today.isAfter(noticeEndsOn)) {
                    throw AssessmentProblem.RESULT_IN_NOTICE.because(
                            "公示至 %s 止", "the notice ends with %s", noticeEndsOn);
                }
                status = Status.CERTIFIED;
            }
        }
    }

    public String id() {
        return id;
    }

    public long version() {
        return version;
    }

    public AssessmentBody body() {
        return body;
    }

    public String personKey() {
        return personKey;
    }

    public String occupationCode() {
        return occupationCode;
    }

    public SkillLevel level() {
        return level;
    }

    LocalDate assessedOn() {
        return assessedOn;
    }

    Status status() {
        return status;
    }

    @Nullable
    LocalDate noticeEndsOn() {
        return noticeEndsOn;
    }
}
