package org.leye.subsidy.fact;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.leye.platform.identity.Caller;
import org.leye.platform.identity.Roles;
import org.leye.platform.problem.RequestProblem;
import org.leye.subsidy.subject.Subjects;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Facts over HTTP. */
@Path("/facts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Facts", description = "What is known of persons and enterprises, for which days and since when")
class FactResource {

    private final Facts facts;
    private final Caller caller;

    FactResource(Facts facts, Caller caller) {
        this.facts = facts;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.COUNTY, Roles.REVIEWER, Roles.AUDITOR})
    @Operation(
            summary = "Read what is known of a subject",
            description =
                    "What held on a day, as it was known at an instant: a later correction does not change what was known before "
                            + "it. All of the county's, also facts that another service told.")
    @APIResponse(
            responseCode = "200",
            description = "The facts, by kind and first day",
            content = @Content(schema = @Schema(implementation = FactView[].class)))
    public List<FactView> read(
            @QueryParam("subject")
                    @NotNull
                    @Pattern(regexp = Subjects.SHAPE)
                    @Parameter(
                            description = "A person key or a credit code",
                            example = "91330282MA2AC0013P",
                            required = true)
                    String subject,
            @QueryParam("on")
                    @Parameter(description = "Only facts that hold on this day", example = "2023-06-01")
                    @Nullable
                    LocalDate on,
            @QueryParam("knownAt")
                    @Parameter(
                            description = "As it was known at this instant; now if nothing is said",
                            example = "2023-06-01T12:00:00+08:00")
                    @Nullable
                    String knownAt) {
        return facts.knownAt(caller.scope(), subject, on, instant(knownAt)).stream()
                .map(Fact::view)
                .toList();
    }

    private static OffsetDateTime instant(@Nullable String text) {
        try {
            return text == null ? OffsetDateTime.now() : near(OffsetDateTime.parse(text));
        } catch (DateTimeException unreadable) {
            throw RequestProblem.INVALID_INPUT.at(
                    "?knownAt",
                    "INSTANT",
                    "时刻格式为 2023-06-01T12:00:00+08:00",
                    "not an instant such as 2023-06-01T12:00:00+08:00");
        }
    }

    /** Farther years do not fit into the database. */
    private static OffsetDateTime near(OffsetDateTime instant) {
        if (instant.getYear() < 1900 || instant.getYear() > 2200) {
            throw new DateTimeException("too far");
        }
        return instant;
    }
}
