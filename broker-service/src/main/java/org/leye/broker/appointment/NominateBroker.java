package org.leye.broker.appointment;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.leye.platform.identity.DivisionCode;
import org.leye.platform.identity.IdNumber;
import org.leye.platform.identity.PersonName;
import org.leye.platform.problem.RequestProblem;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who is nominated, where she comes from, and which place in the city looks after her. */
@Schema(description = "A person to become a village broker")
public record NominateBroker(
        @NotNull @Schema(implementation = String.class, examples = "990099198503150025")
        IdNumber idNumber,

        @PersonName @Schema(examples = "王小芳") String name,

        @NotNull @Pattern(regexp = "\\+?\\d[\\d-]{6,18}") @Schema(examples = "13800001234")
        String phone,

        @NotNull
        @Schema(
                implementation = String.class,
                description = "Her home: a county (6 digits) or a village (12 digits), anywhere in the country",
                examples = "522601")
        DivisionCode homeDivision,

        @NotNull
        @Schema(
                implementation = String.class,
                description = "The town (9 digits) or village (12 digits) of the city that looks after her",
                examples = "330282004")
        DivisionCode division,

        @NotNull
        @Pattern(regexp = "1\\.0|2\\.0")
        @Schema(
                description = "Edition of the broker scheme",
                enumeration = {"1.0", "2.0"},
                examples = "2.0")
        String schemeEdition) {

    /** Throws INVALID_INPUT for a place of the wrong level, DIVISION_OUTSIDE_CITY. */
    void requirePlacesFor(String city) {
        if (homeDivision.value().length() == 9) {
            throw RequestProblem.INVALID_INPUT.at(
                    "/homeDivision", "DIVISION_LEVEL", "须为县级或村级区划", "must be a county or a village");
        }
        if (division.value().length() == 6) {
            throw RequestProblem.INVALID_INPUT.at(
                    "/division", "DIVISION_LEVEL", "须为镇级或村级区划", "must be a town or a village");
        }
        if (!division.value().startsWith(city)) {
            throw BrokerProblem.DIVISION_OUTSIDE_CITY.problem();
        }
    }

    /** Without number, name and phone: this record may stand in a log line. */
    @Override
    public String toString() {
        return "NominateBroker[" + division + ", " + schemeEdition + "]";
    }
}
