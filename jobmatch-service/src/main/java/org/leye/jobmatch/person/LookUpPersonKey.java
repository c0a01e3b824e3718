package org.leye.jobmatch.person;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.leye.platform.identity.IdNumber;
import org.leye.platform.identity.PersonName;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whose key is asked for, and for which account of the token issuer. */
@Schema(description = "Number and name as an identity proof states them")
record LookUpPersonKey(
        @NotNull @Schema(implementation = String.class, examples = "990099198503150025")
        IdNumber idNumber,

        @PersonName @Schema(examples = "王小芳") String name,

        @NotNull
        @Pattern(regexp = "[0-9a-zA-Z-]{1,64}")
        @Schema(
                description = "The account that is to be linked: the `sub` of its tokens",
                examples = "6a1f0f0e-5f3b-4f4e-9d0c-2b7f5b0c9a11")
        String accountId) {

    @Override
    public String toString() {
        return "LookUpPersonKey[" + accountId + "]";
    }
}
