package org.leye.jobmatch.person;

import java.time.LocalDate;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.leye.platform.identity.DivisionCode;
import org.leye.platform.identity.IdNumber;
import org.leye.platform.identity.PersonName;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who registers. Number, name and phone go into the identity table and nowhere else. */
@Schema(description = "A person to be registered")
record RegisterPerson(
        @NotNull @Schema(implementation = String.class, examples = "990099198503150025")
        IdNumber idNumber,

        @PersonName @Schema(examples = "王小芳") String name,

        @NotNull
        @Pattern(regexp = "1[3-9]\\d{9}")
        @Schema(description = "Mobile number of the mainland", examples = "13800001234")
        String phone,

        @NotNull
        @Schema(
                implementation = String.class,
                description = "The village or community she lives in, 12 digits",
                examples = "330282004001")
        DivisionCode residenceDivision,

        @NotNull
        @Schema(implementation = String.class, description = "Place of the household register", examples = "330282")
        DivisionCode hukouDivision,

        @NotNull @Schema(examples = "SENIOR_SECONDARY") EducationLevel educationLevel,

        @Schema(description = "When she left her last school, if within memory", examples = "2023-06-30") @Nullable
        LocalDate schoolLeavingDate,

        @NotNull @Schema(description = "Whether she may be proposed to employers", examples = "true")
        Boolean consentToContact) {

    /** Without number, name and phone: this record may stand in a log line. */
    @Override
    public String toString() {
        return "RegisterPerson[" + residenceDivision + "]";
    }
}
