package org.leye.jobmatch.relation;

import java.time.LocalDate;

import jakarta.validation.constraints.NotNull;

import org.leye.platform.household.OfficerRelation;
import org.leye.platform.identity.IdNumber;
import org.leye.platform.identity.PersonKey;
import org.leye.platform.identity.PersonKeys;
import org.leye.platform.problem.RequestProblem;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who belongs to an officer's household. */
@Schema(description = "A person of an officer's household, by key or by number")
record DeclareRelation(
        @Schema(
                implementation = String.class,
                description = "The officer, where another declares it for her",
                examples = "per_0123456789abcdefghijklmnop")
        @Nullable
        PersonKey officer,

        @Schema(
                implementation = String.class,
                description = "Who belongs to her household; else relatedIdNumber",
                examples = "per_1123456789abcdefghijklmnop")
        @Nullable
        PersonKey relatedPersonKey,

        @Schema(implementation = String.class, description = "Instead of the key; it makes the key and is not kept")
        @Nullable
        IdNumber relatedIdNumber,

        @NotNull @Schema(examples = "SPOUSE") OfficerRelation.Kind kind,

        @Schema(description = "First day, not later than today; today if absent", examples = "2024-03-01") @Nullable
        LocalDate from) {

    /** Throws INVALID_INPUT unless key or number is given, and not both. */
    PersonKey related(PersonKeys keys) {
        if (relatedPersonKey != null && relatedIdNumber == null) {
            return relatedPersonKey;
        }
        if (relatedPersonKey == null && relatedIdNumber != null) {
            return keys.forIdNumber(relatedIdNumber);
        }
        throw RequestProblem.INVALID_INPUT.at(
                "/relatedPersonKey", "KEY_OR_NUMBER", "须填写人员标识或公民身份号码之一", "give the key or the number");
    }

    @Override
    public String toString() {
        return "DeclareRelation[" + officer + ", " + kind + "]";
    }
}
