package org.leye.jobmatch.matching;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.leye.jobmatch.matching.RecommendationsView.Recommendation;
import org.leye.jobmatch.person.Persons;
import org.leye.platform.http.command.Commands;
import org.leye.platform.http.time.BusinessClock;
import org.leye.platform.identity.Caller;
import org.leye.platform.identity.PersonKey;
import org.leye.platform.identity.Roles;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Recommendations over HTTP. */
@Path("/persons")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Recommendations", description = "Which open postings suit a person, and why")
class RecommendationResource {

    private final Recommendations recommendations;
    private final Persons persons;
    private final BusinessClock clock;
    private final Commands commands;
    private final Caller caller;

    RecommendationResource(
            Recommendations recommendations, Persons persons, BusinessClock clock, Commands commands, Caller caller) {
        this.recommendations = recommendations;
        this.persons = persons;
        this.clock = clock;
        this.commands = commands;
        this.caller = caller;
    }

    @GET
    @Path("/{key}/recommendations")
    @RolesAllowed({Roles.CITIZEN, Roles.VILLAGE, Roles.TOWN, Roles.COUNTY})
    @Operation(
            summary = "Recommend postings to a person",
            description =
                    "By occupation, wage, place, skills, shift and lodging, each with its points and values; the order is the "
                            + "same for the same question. Sex, age, ethnicity and hukou never count.")
    @APIResponseSchema(
            value = RecommendationsView.class,
            responseCode = "200",
            responseDescription = "The best postings, best first")
    @APIResponse(responseCode = "403", description = "`FORBIDDEN`; `OUT_OF_SCOPE`")
    @APIResponse(responseCode = "404", description = "`PERSON_NOT_FOUND`")
    @APIResponse(responseCode = "409", description = "`SEEKER_PROFILE_MISSING`")
    @APIResponse(responseCode = "422", description = "`NO_RECOMMENDATION_RULE_IN_FORCE`; `NO_AGE_LIMIT_IN_FORCE`")
    public RecommendationsView recommend(
            @PathParam("key") PersonKey key,
            @QueryParam("limit")
                    @DefaultValue("20")
                    @Min(1)
                    @Max(100)
                    @Parameter(description = "How many at most; 1 to 100", example = "20")
                    int limit) {
        return commands.inTransaction(() -> {
            var today = clock.today();
            var person = persons.get(key, caller.scope());
            var items = recommendations.forPerson(person, today, limit).stream()
                    .map(ranked -> Recommendation.of(ranked, today))
                    .toList();
            return new RecommendationsView(person.key(), today, items);
        });
    }
}
