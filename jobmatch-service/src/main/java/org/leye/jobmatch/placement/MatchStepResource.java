package org.leye.jobmatch.placement;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.leye.platform.http.command.Commands;
import org.leye.platform.identity.Caller;
import org.leye.platform.identity.Roles;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The steps of a match over HTTP. */
@Path("/matches")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Matches", description = "A person and a posting, from intent to work that lasts")
class MatchStepResource {

    private static final String SCOPE = "`FORBIDDEN`; `OUT_OF_SCOPE`";
    private static final String UNKNOWN = "`MATCH_NOT_FOUND`";
    private static final String STATE = "`MATCH_STATE_FORBIDS`; `IDEMPOTENCY_KEY_REUSED`; `REQUEST_IN_PROGRESS`";

    private final MatchService service;
    private final MatchViews views;
    private final Commands commands;
    private final Caller caller;

    MatchStepResource(MatchService service, MatchViews views, Commands commands, Caller caller) {
        this.service = service;
        this.views = views;
        this.commands = commands;
        this.caller = caller;
    }

    @POST
    @Path("/{id}/interview")
    @RolesAllowed(Roles.EMPLOYER)
    @Operation(summary = "Invite to an interview", description = "From INTENT. By the employer.")
    @APIResponseSchema(value = MatchView.class, responseCode = "200", responseDescription = "The match")
    @APIResponse(responseCode = "403", description = SCOPE)
    @APIResponse(responseCode = "404", description = UNKNOWN)
    @APIResponse(responseCode = "409", description = STATE)
    public Response interview(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("If-Match") String ifMatch) {
        return step(id, key, ifMatch, MatchAction.INTERVIEW);
    }

    @POST
    @Path("/{id}/offer")
    @RolesAllowed(Roles.EMPLOYER)
    @Operation(summary = "Offer the job", description = "From INTERVIEW. By the employer.")
    @APIResponseSchema(value = MatchView.class, responseCode = "200", responseDescription = "The match")
    @APIResponse(responseCode = "403", description = SCOPE)
    @APIResponse(responseCode = "404", description = UNKNOWN)
    @APIResponse(responseCode = "409", description = STATE)
    public Response offer(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("If-Match") String ifMatch) {
        return step(id, key, ifMatch, MatchAction.OFFER);
    }

    @POST
    @Path("/{id}/acceptance")
    @RolesAllowed(Roles.CITIZEN)
    @Operation(summary = "Accept the offer", description = "From OFFERED. By the person herself.")
    @APIResponseSchema(value = MatchView.class, responseCode = "200", responseDescription = "The match")
    @APIResponse(responseCode = "403", description = SCOPE)
    @APIResponse(responseCode = "404", description = UNKNOWN)
    @APIResponse(responseCode = "409", description = STATE)
    public Response accept(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("If-Match") String ifMatch) {
        return step(id, key, ifMatch, MatchAction.ACCEPTANCE);
    }

    @POST
    @Path("/{id}/decline")
    @RolesAllowed(Roles.CITIZEN)
    @Operation(summary = "Decline the offer", description = "From OFFERED. By the person herself; final.")
    @APIResponseSchema(value = MatchView.class, responseCode = "200", responseDescription = "The match")
    @APIResponse(responseCode = "403", description = SCOPE)
    @APIResponse(responseCode = "404", description = UNKNOWN)
    @APIResponse(responseCode = "409", description = STATE)
    public Response decline(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("If-Match") String ifMatch) {
        return step(id, key, ifMatch, MatchAction.DECLINE);
    }

    @POST
    @Path("/{id}/withdrawal")
    @RolesAllowed(Roles.CITIZEN)
    @Operation(summary = "Withdraw", description = "From INTENT, INTERVIEW or ACCEPTED. By the person herself; final.")
    @APIResponseSchema(value = MatchView.class, responseCode = "200", responseDescription = "The match")
    @APIResponse(responseCode = "403", description = SCOPE)
    @APIResponse(responseCode = "404", description = UNKNOWN)
    @APIResponse(responseCode = "409", description = STATE)
    public Response withdraw(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("If-Match") String ifMatch) {
        return step(id, key, ifMatch, MatchAction.WITHDRAWAL);
    }

    @POST
    @Path("/{id}/rejection")
    @RolesAllowed(Roles.EMPLOYER)
    @Operation(summary = "Reject the applicant", description = "From INTENT or INTERVIEW. By the employer; final.")
    @APIResponseSchema(value = MatchView.class, responseCode = "200", responseDescription = "The match")
    @APIResponse(responseCode = "403", description = SCOPE)
    @APIResponse(responseCode = "404", description = UNKNOWN)
    @APIResponse(responseCode = "409", description = STATE)
    public Response reject(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("If-Match") String ifMatch) {
        return step(id, key, ifMatch, MatchAction.REJECTION);
    }

    @POST
    @Path("/{id}/start")
    @RolesAllowed(Roles.EMPLOYER)
    @Operation(
            summary = "Record the start of work",
            description =
                    "From ACCEPTED. From now on the match is a placement: it names the agreed referral that was valid on the "
                            + "first day, and insured months confirm it.")
    @APIResponseSchema(value = MatchView.class, responseCode = "200", responseDescription = "The match")
    @APIResponse(responseCode = "403", description = SCOPE)
    @APIResponse(responseCode = "404", description = UNKNOWN)
    @APIResponse(responseCode = "409", description = "`OPENINGS_TAKEN`; " + STATE)
    @APIResponse(responseCode = "422", description = "`DATE_IN_THE_FUTURE`")
    public Response start(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("If-Match") String ifMatch,
            @Valid @NotNull StartWork request) {
        return commands.once(
                key,
                request,
                () -> service.start(id, ifMatch, request, caller.actor()),
                match -> views.changed(match, caller.actor()));
    }

    @POST
    @Path("/{id}/ending")
    @RolesAllowed(Roles.EMPLOYER)
    @Operation(summary = "Record the end of work", description = "From STARTED on. By the employer; final.")
    @APIResponseSchema(value = MatchView.class, responseCode = "200", responseDescription = "The match")
    @APIResponse(responseCode = "403", description = SCOPE)
    @APIResponse(responseCode = "404", description = UNKNOWN)
    @APIResponse(responseCode = "409", description = STATE)
    @APIResponse(responseCode = "422", description = "`DATE_IN_THE_FUTURE`; `ENDS_BEFORE_START`")
    public Response end(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("If-Match") String ifMatch,
            @Valid @NotNull EndWork request) {
        return commands.once(
                key,
                request,
                () -> service.end(id, ifMatch, request, caller.actor()),
                match -> views.changed(match, caller.actor()));
    }

    private Response step(String id, String key, String ifMatch, MatchAction action) {
        return commands.once(
                key,
                id,
                () -> service.act(id, ifMatch, action, caller.actor()),
                match -> views.changed(match, caller.actor()));
    }
}
