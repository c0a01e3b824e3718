package org.leye.jobmatch.person;

import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import org.leye.platform.identity.DivisionCode;

import org.jspecify.annotations.Nullable;

/** What a person seeks. Wage floor in fen a month; a missing town or shift means that any will do. */
@Embeddable
public class SeekerProfile {

    @Column(columnDefinition = "text[]")
    private List<String> occupations;

    private Long wageFloorFen;
    private @Nullable String preferredTown;

    @Enumerated(EnumType.STRING)
    private @Nullable Shift shift;

    private Boolean needsLodging;

    @SuppressWarnings("NullAway")
    protected SeekerProfile() {}

    SeekerProfile(
            List<String> occupations,
            long wageFloorFen,
            @Nullable DivisionCode preferredTown,
            @Nullable Shift shift,
            boolean needsLodging) {
        this.occupations = List.copyOf(occupations);
        this.wageFloorFen = wageFloorFen;
        this.preferredTown = preferredTown == null ? null : preferredTown.value();
        this.shift = shift;
        this.needsLodging = needsLodging;
    }

    /** Codes of the national occupation classification, one to three. */
    public List<String> occupations() {
        return occupations;
    }

    public long wageFloorFen() {
        return wageFloorFen;
    }

    public @Nullable String preferredTown() {
        return preferredTown;
    }

    public @Nullable Shift shift() {
        return shift;
    }

    public boolean needsLodging() {
        return needsLodging;
    }
}
