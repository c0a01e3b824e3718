package org.leye.jobmatch.posting;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One reason why a posting was not published.
 *
 * @param pointer the field at fault
 * @param basis what the check went by: the minimum wage in fen, the last day allowed, the words found
 */
@Embeddable
@Schema(description = "One reason why a posting was not published")
record Rejection(
        @Enumerated(EnumType.STRING) Code code,
        @Schema(examples = "/wageFromFen") String pointer,

        @Schema(description = "What the check went by", examples = "226000")
        String basis) {

    /** The checks of a submission. */
    @Schema(name = "RejectionCode")
    enum Code {
        WAGE_BELOW_MINIMUM,
        UNLAWFUL_WORDING_SEX,
        UNLAWFUL_WORDING_AGE,
        UNLAWFUL_WORDING_ETHNICITY,
        UNLAWFUL_WORDING_HEPATITIS_B,
        UNLAWFUL_WORDING_HUKOU,
        ENTERPRISE_UNKNOWN,
        EXPIRY_PASSED,
        EXPIRY_TOO_LATE
    }
}
