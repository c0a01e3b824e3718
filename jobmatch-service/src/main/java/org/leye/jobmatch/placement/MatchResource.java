package org.leye.jobmatch.placement;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.leye.platform.http.command.Commands;
import org.leye.platform.http.command.IfMatch;
import org.leye.platform.http.paging.PageRequest;
import org.leye.platform.http.paging.Pages;
import org.leye.platform.identity.Caller;
import org.leye.platform.identity.Roles;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Matches over HTTP: how they begin, and how they are read. */
@Path("/matches")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Matches", description = "A person and a posting, from intent to work that lasts")
class MatchResource {

    private final Interest interest;
    private final Matches matches;
    private final MatchViews views;
    private final Commands commands;
    private final Caller caller;
    private final Pages pages;

    MatchResource(Interest interest, Matches matches, MatchViews views, Commands commands, Caller caller, Pages pages) {
        this.interest = interest;
        this.matches = matches;
        this.views = views;
        this.commands = commands;
        this.caller = caller;
        this.pages = pages;
    }

    @POST
    @RolesAllowed({Roles.CITIZEN, Roles.EMPLOYER})
    @Operation(
            summary = "Express interest in a posting",
            description =
                    "By the person herself, or by the employer if she consents to contact. One active match a person and posting.")
    @APIResponseSchema(value = MatchView.class, responseCode = "201", responseDescription = "The match")
    @APIResponse(responseCode = "403", description = "`FORBIDDEN`; `OUT_OF_SCOPE`")
    @APIResponse(responseCode = "404", description = "`POSTING_NOT_FOUND`; `PERSON_NOT_FOUND`")
    @APIResponse(
            responseCode = "409",
            description = "`MATCH_ALREADY_ACTIVE`; `POSTING_NOT_OPEN`; `IDEMPOTENCY_KEY_REUSED`; `REQUEST_IN_PROGRESS`")
    @APIResponse(
            responseCode = "422",
            description = "`CONTACT_CONSENT_MISSING`; `NOT_OF_WORKING_AGE`; `NO_AGE_LIMIT_IN_FORCE`")
    public Response express(@HeaderParam("Idempotency-Key") String key, @Valid @NotNull ExpressInterest request) {
        return commands.once(
                key,
                request,
                () -> interest.express(request, caller.actor()),
                match -> views.created(match, caller.actor()));
    }

    @GET
    @RolesAllowed({Roles.CITIZEN, Roles.EMPLOYER, Roles.VILLAGE, Roles.TOWN, Roles.COUNTY})
    @Operation(
            summary = "List matches",
            description =
                    "A person's own, an employer's own, an officer's by where the person lived; in the order of their ids.")
    @APIResponse(responseCode = "200", description = "A page of matches")
    @Extension(name = "x-items", value = "Match")
    public Response list(@Valid @BeanParam PageRequest page) {
        return pages.answer(
                page,
                (after, limit) -> matches.list(caller.scope(), after, limit),
                Match::id,
                match -> views.of(match, caller.actor()));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.CITIZEN, Roles.EMPLOYER, Roles.VILLAGE, Roles.TOWN, Roles.COUNTY})
    @Operation(summary = "Read a match", description = "One match, with what the caller may do next.")
    @APIResponseSchema(value = MatchView.class, responseCode = "200", responseDescription = "The match")
    @APIResponse(responseCode = "403", description = "`FORBIDDEN`; `OUT_OF_SCOPE`")
    @APIResponse(responseCode = "404", description = "`MATCH_NOT_FOUND`")
    public Response read(@PathParam("id") String id) {
        var match = matches.get(id, caller.scope());
        return Response.ok(views.of(match, caller.actor()))
                .header("ETag", IfMatch.etag(match.version()))
                .build();
    }
}
