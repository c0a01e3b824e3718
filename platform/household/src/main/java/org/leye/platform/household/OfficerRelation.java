package org.leye.platform.household;

import java.time.LocalDate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A person of an officer's household.
 *
 * @param officer her person key
 * @param related the person key of who belongs to her household
 * @param kind known where it was declared; null elsewhere
 * @param validTo the last day; null while it goes on
 */
public record OfficerRelation(
        String id,
        String officer,
        String related,
        @Nullable Kind kind,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {

    /** How the two are related. */
    @Schema(name = "RelationKind")
    public enum Kind {
        SPOUSE,
        PARENT,
        CHILD,
        SIBLING,
        OTHER
    }
}
