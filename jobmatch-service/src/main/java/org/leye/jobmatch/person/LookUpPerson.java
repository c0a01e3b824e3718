package org.leye.jobmatch.person;

import jakarta.validation.constraints.NotNull;

import org.leye.platform.identity.IdNumber;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whose key is asked for. */
@Schema(description = "The number of the person looked for")
record LookUpPerson(
        @NotNull @Schema(implementation = String.class, examples = "990099198503150025")
        IdNumber idNumber) {

    @Override
    public String toString() {
        return "LookUpPerson[]";
    }
}
