package org.leye.subsidy.casework;

import java.time.LocalDate;
import java.time.OffsetDateTime;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

import org.jspecify.annotations.Nullable;

/** One step in the life of a case: who did what when, and where it led. */
@Entity
class CaseStep {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String caseId;
    private OffsetDateTime at = OffsetDateTime.now();
    private LocalDate onDay;
    private String actor;
    private String action;
    private String status;
    private @Nullable String reason;

    @SuppressWarnings("NullAway")
    protected CaseStep() {}

    CaseStep(SubsidyCase about, String action, String actor, LocalDate day, @Nullable String reason) {
        this.caseId = about.id();
        this.onDay = day;
        this.actor = actor;
        this.action = action;
        this.status = about.status().name();
        this.reason = reason;
    }

    CaseView.Step view() {
        return new CaseView.Step(onDay, at, action, status, reason);
    }
}
