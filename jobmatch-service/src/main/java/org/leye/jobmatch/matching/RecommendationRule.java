package org.leye.jobmatch.matching;

import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.jspecify.annotations.Nullable;

/** The points that hold from a date on, and how many candidates are looked at. */
@Entity
class RecommendationRule {

    @Id
    LocalDate validFrom;

    @Nullable
    LocalDate validTo;

    int sameOccupation;
    int sameSmallGroup;
    int sameMediumGroup;
    int wageMeetsFloor;
    int sameVillage;
    int sameTown;
    int sameCounty;
    int certifiedOccupation;
    int certifiedSmallGroup;
    int shiftFits;
    int lodgingFits;
    int candidates;
    String source;
    String confidence;

    @SuppressWarnings("NullAway")
    protected RecommendationRule() {}
}
