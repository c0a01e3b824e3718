package org.leye.broker.referral;

import java.time.YearMonth;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import org.leye.contracts.broker.Milestone;

/** A milestone of a referral, in which month it was reached and by which placement. */
@Embeddable
public class ReachedMilestone {

    @Enumerated(EnumType.STRING)
    Milestone milestone;

    /** A month as it stands in JSON, {@code 2024-03}. */
    String reachedIn;

    String placementId;

    @SuppressWarnings("NullAway")
    protected ReachedMilestone() {}

    ReachedMilestone(Milestone milestone, YearMonth reachedIn, String placementId) {
        this.milestone = milestone;
        this.reachedIn = reachedIn.toString();
        this.placementId = placementId;
    }
}
