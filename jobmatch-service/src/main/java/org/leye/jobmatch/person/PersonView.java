package org.leye.jobmatch.person;

import java.time.LocalDate;
import java.util.List;

import org.leye.platform.http.command.Answer;
import org.leye.platform.identity.Masking;
import org.leye.platform.identity.PersonIdentity;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A person as officers and she herself see her: masked. */
@Schema(name = "Person", description = "A registered person, masked")
record PersonView(
        @Schema(examples = "per_5q0c1hv7d2s8k3m6n9p4r1t0ag") String personKey,

        @Schema(examples = "330282********4984") @Nullable String idNumber,

        @Schema(examples = "王**") @Nullable String name,

        @Schema(examples = "138****1234") @Nullable String phone,

        String residenceDivision,
        String hukouDivision,
        EducationLevel educationLevel,
        @Nullable LocalDate schoolLeavingDate,
        boolean consentToContact,
        LocalDate registeredOn,
        @Nullable ProfileView seekerProfile,

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Schema(description = "What an officer should look at again; only in the answer to a registration")
        List<String> warnings) {

    private static final String ID_AREA_UNKNOWN = "ID_AREA_UNKNOWN";

    /** What the person seeks. */
    @Schema(name = "SeekerProfile", description = "What a person seeks")
    record ProfileView(
            List<String> occupations,
            long wageFloorFen,
            @Nullable String preferredTown,
            @Nullable Shift shift,
            boolean needsLodging) {

        static @Nullable ProfileView of(@Nullable SeekerProfile profile) {
            return profile == null
                    ? null
                    : new ProfileView(
                            profile.occupations(),
                            profile.wageFloorFen(),
                            profile.preferredTown(),
                            profile.shift(),
                            profile.needsLodging());
        }
    }

    static PersonView of(Person person, @Nullable PersonIdentity identity) {
        return of(person, identity, List.of());
    }

    static Answer<PersonView> created(Person person, PersonIdentity identity) {
        // Codes of abolished areas live on in people's papers: a reason to look, never to refuse.
        var warnings = identity.idNumber().areaIsKnown() ? List.<String>of() : List.of(ID_AREA_UNKNOWN);
        return Answer.created("/persons/" + person.key(), person.version(), of(person, identity, warnings));
    }

    static Answer<PersonView> changed(Person person, @Nullable PersonIdentity identity) {
        return Answer.ok(person.version(), of(person, identity));
    }

    private static PersonView of(Person person, @Nullable PersonIdentity identity, List<String> warnings) {
        var phone = identity == null ? null : identity.phone();
        return new PersonView(
                person.key(),
                identity == null ? null : identity.idNumber().toString(),
                identity == null ? null : Masking.name(identity.name()),
                phone == null ? null : Masking.phone(phone),
                person.residenceDivision(),
                person.hukouDivision(),
                person.educationLevel(),
                person.schoolLeavingDate(),
                person.consentsToContact(),
                person.registeredOn(),
                ProfileView.of(person.profile()),
                warnings);
    }
}
