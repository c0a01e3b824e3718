package org.leye.jobmatch.relation;

import java.time.LocalDate;

import org.leye.platform.household.OfficerRelation;
import org.leye.platform.http.command.Answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A declared relation as callers see it. */
@Schema(name = "OfficerRelation", description = "A person of an officer's household")
record RelationView(
        @Schema(examples = "rel_06qk3v0g1rvs3e7m2k0c9d4b5a") String id,

        @Schema(description = "The officer's person key", examples = "per_0123456789abcdefghijklmnop")
        String officer,

        @Schema(examples = "per_1123456789abcdefghijklmnop") String related,
        OfficerRelation.@Nullable Kind kind,
        LocalDate validFrom,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "The last day on which it counts") @Nullable
        LocalDate validTo) {

    static RelationView of(OfficerRelation relation) {
        return new RelationView(
                relation.id(),
                relation.officer(),
                relation.related(),
                relation.kind(),
                relation.validFrom(),
                relation.validTo());
    }

    /** A relation changes once, when it ends. */
    static long version(OfficerRelation relation) {
        return relation.validTo() == null ? 0 : 1;
    }

    static Answer<RelationView> created(OfficerRelation relation) {
        return Answer.created("/officer-relations/" + relation.id(), version(relation), of(relation));
    }

    static Answer<RelationView> changed(OfficerRelation relation) {
        return Answer.ok(version(relation), of(relation));
    }
}
