package org.leye.subsidy.rulebook;

import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.leye.platform.identity.Actor;
import org.leye.subsidy.policy.PolicyDocument;
import org.leye.subsidy.policy.PolicyLevel;
import org.leye.subsidy.policy.PolicyTerms;

import org.jspecify.annotations.Nullable;

/**
 * A version of a policy on its way: written as a draft, published by another officer, in force from the first day its text
 * names, ended or withdrawn. What is published never changes its text.
 */
@Entity
class PolicyVersion {

    /** What the office did with a version; whether it is in force is a matter of the day. */
    enum Status {
        DRAFT,
        PUBLISHED,
        WITHDRAWN
    }

    @Id
    private String id;

    @Version
    private long version;

    private String instrument;

    @Enumerated(EnumType.STRING)
    private PolicyLevel level;

    private String documentHash;
    private LocalDate effectiveFrom;
    private @Nullable LocalDate effectiveTo;
    private @Nullable LocalDate endedOn;

    @Enumerated(EnumType.STRING)
    private Status status = Status.DRAFT;

    private boolean shipped;
    private String writtenBy;
    private @Nullable String publishedBy;
    private @Nullable LocalDate publishedOn;

    @SuppressWarnings("NullAway")
    protected PolicyVersion() {}

    private PolicyVersion(PolicyDocument document, String writtenBy, boolean shipped) {
        this.id = document.id();
        this.shipped = shipped;
        take(document, writtenBy);
    }

    static PolicyVersion draft(PolicyDocument document, Actor by) {
        return new PolicyVersion(document, by.subject(), false);
    }

    /** What comes with a release was reviewed there. */
    static PolicyVersion shipped(PolicyDocument document, Actor by, Status status) {
        var version = new PolicyVersion(document, by.subject(), true);
        version.status = status;
        return version;
    }

    private void take(PolicyDocument document, String by) {
        var terms = document.terms();
        instrument = terms.instrument();
        level = terms.level();
        documentHash = document.sha256();
        effectiveFrom = terms.effectiveFrom();
        effectiveTo = terms.effectiveTo();
        writtenBy = by;
    }

    /** Whether a corrected text of a release may take its place: it is still the release's, and did not end before. */
    boolean mayBeCorrected(PolicyDocument document) {
        return shipped
                && status == Status.PUBLISHED
                && (endedOn == null || !endedOn.isBefore(document.terms().effectiveFrom()));
    }

    /** Makes room while others are corrected as well; {@link #correct} brings it back. */
    void setAside() {
        status = Status.DRAFT;
    }

    /** A corrected text of a release takes the place of the one before; an earlier last day that the office set stays. */
    void correct(PolicyDocument document) {
        take(document, writtenBy);
        status = Status.PUBLISHED;
        if (endedOn != null && effectiveTo != null && !endedOn.isBefore(effectiveTo)) {
            endedOn = null;
        }
    }

    /** Throws POLICY_NOT_A_DRAFT. */
    void replace(PolicyDocument document, Actor by) {
        requireDraft();
        take(document, by.subject());
        shipped = false;
    }

    /** Throws POLICY_NOT_A_DRAFT. */
    void publish(Actor by, LocalDate today) {
        requireDraft();
        status = Status.PUBLISHED;
        publishedBy = by.subject();
        publishedOn = today;
    }

    /** Throws POLICY_WITHDRAWN, POLICY_IN_FORCE, LAST_DAY_IMPOSSIBLE. */
    void withdraw(@Nullable LocalDate lastDay, LocalDate today) {
        if (status == Status.WITHDRAWN) {
            throw RulebookProblem.POLICY_WITHDRAWN.problem();
        }
        if (lastDay == null) {
            withdrawWhole(today);
            return;
        }
        var last = lastDay();
        if (status == Status.DRAFT
                || lastDay.isBefore(today)
                || lastDay.isBefore(effectiveFrom)
                || (last != null && lastDay.isAfter(last))) {
            throw RulebookProblem.LAST_DAY_IMPOSSIBLE.problem();
        }
        endedOn = lastDay;
    }

    private void withdrawWhole(LocalDate today) {
        if (status == Status.PUBLISHED && !effectiveFrom.isAfter(today)) {
            throw RulebookProblem.POLICY_IN_FORCE.problem();
        }
        status = Status.WITHDRAWN;
    }

    void requireDraft() {
        if (status != Status.DRAFT) {
            throw RulebookProblem.POLICY_NOT_A_DRAFT.problem();
        }
    }

    /** The last day in force, by the text or by the office; null while open. */
    @Nullable
    LocalDate lastDay() {
        return endedOn == null ? effectiveTo : endedOn;
    }

    boolean overlaps(PolicyTerms terms) {
        var last = lastDay();
        var to = terms.effectiveTo();
        return (to == null || !effectiveFrom.isAfter(to)) && (last == null || !last.isBefore(terms.effectiveFrom()));
    }

    /** Where the version stands on a day. */
    PolicyStanding standing(LocalDate today) {
        return switch (status) {
            case DRAFT -> PolicyStanding.DRAFT;
            case WITHDRAWN -> PolicyStanding.WITHDRAWN;
            case PUBLISHED -> {
                var last = lastDay();
                yield today.isBefore(effectiveFrom)
                        ? PolicyStanding.SCHEDULED
                        : last != null && today.isAfter(last) ? PolicyStanding.ENDED : PolicyStanding.IN_FORCE;
            }
        };
    }

    String id() {
        return id;
    }

    long version() {
        return version;
    }

    String instrument() {
        return instrument;
    }

    String documentHash() {
        return documentHash;
    }

    boolean isShipped() {
        return shipped;
    }
}
