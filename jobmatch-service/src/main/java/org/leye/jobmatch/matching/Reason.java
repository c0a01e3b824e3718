package org.leye.jobmatch.matching;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One part of a score: what was compared, with which values, and what it gave.
 *
 * @param wanted what the person seeks or holds; absent if she has no wish
 * @param offered what the posting says
 */
@Schema(name = "RecommendationReason", description = "One part of a score, with the values that led to it")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Reason(
        Code code,
        @Schema(examples = "40") int points,

        @Schema(examples = "6-05-01-03") @Nullable String wanted,

        @Schema(examples = "6-05-01-03") String offered) {

    /** What a comparison can come to. */
    @Schema(name = "RecommendationReasonCode")
    enum Code {
        OCCUPATION_SAME,
        OCCUPATION_SAME_SMALL_GROUP,
        OCCUPATION_SAME_MEDIUM_GROUP,
        OCCUPATION_OTHER,
        WAGE_MEETS_FLOOR,
        WAGE_BELOW_FLOOR,
        PLACE_SAME_VILLAGE,
        PLACE_SAME_TOWN,
        PLACE_SAME_COUNTY,
        PLACE_ELSEWHERE,
        SKILL_CERTIFIED,
        SKILL_RELATED,
        SKILL_NONE,
        SHIFT_FITS,
        SHIFT_DIFFERS,
        LODGING_FITS,
        LODGING_MISSING
    }
}
