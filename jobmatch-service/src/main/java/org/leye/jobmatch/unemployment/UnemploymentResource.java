package org.leye.jobmatch.unemployment;

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

/** Unemployment registrations over HTTP. */
@Path("/unemployment-registrations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Unemployment registrations", description = "Spells of registered unemployment")
class UnemploymentResource {

    private static final String SCOPE = "`FORBIDDEN`; `OUT_OF_SCOPE`";
    private static final String NOT_HERS = "`OWN_HOUSEHOLD`; " + SCOPE;

    private final UnemploymentService service;
    private final UnemploymentRegistrations registrations;
    private final Commands commands;
    private final Caller caller;
    private final Pages pages;

    UnemploymentResource(
            UnemploymentService service,
            UnemploymentRegistrations registrations,
            Commands commands,
            Caller caller,
            Pages pages) {
        this.service = service;
        this.registrations = registrations;
        this.commands = commands;
        this.caller = caller;
        this.pages = pages;
    }

    @POST
    @RolesAllowed({Roles.CITIZEN, Roles.VILLAGE, Roles.TOWN, Roles.COUNTY})
    @Operation(
            summary = "Register unemployment",
            description =
                    "Of a registered person of working age who is not at work. No proof is asked for; one open spell a person.")
    @APIResponseSchema(value = UnemploymentView.class, responseCode = "201", responseDescription = "The open spell")
    @APIResponse(responseCode = "403", description = NOT_HERS)
    @APIResponse(responseCode = "404", description = "`PERSON_NOT_FOUND`")
    @APIResponse(
            responseCode = "409",
            description =
                    "`ALREADY_REGISTERED_UNEMPLOYED`; `PERSON_AT_WORK`; `IDEMPOTENCY_KEY_REUSED`; `REQUEST_IN_PROGRESS`")
    @APIResponse(
            responseCode = "422",
            description = "`NOT_OF_WORKING_AGE`; `DECLARED_IN_THE_FUTURE`; `NO_AGE_LIMIT_IN_FORCE`")
    public Response register(@HeaderParam("Idempotency-Key") String key, @Valid @NotNull RegisterUnemployment request) {
        return commands.once(key, request, () -> service.register(request, caller.actor()), UnemploymentView::created);
    }

    @GET
    @RolesAllowed({Roles.CITIZEN, Roles.VILLAGE, Roles.TOWN, Roles.COUNTY})
    @Operation(
            summary = "List unemployment registrations",
            description = "Those within the caller's scope, in the order of their ids.")
    @APIResponse(responseCode = "200", description = "A page of registrations")
    @Extension(name = "x-items", value = "UnemploymentRegistration")
    public Response list(@Valid @BeanParam PageRequest page) {
        return pages.answer(
                page,
                (after, limit) -> registrations.list(caller.scope(), after, limit),
                UnemploymentRegistration::id,
                UnemploymentView::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.CITIZEN, Roles.VILLAGE, Roles.TOWN, Roles.COUNTY})
    @Operation(summary = "Read an unemployment registration", description = "One spell by its id.")
    @APIResponseSchema(value = UnemploymentView.class, responseCode = "200", responseDescription = "The spell")
    @APIResponse(responseCode = "403", description = SCOPE)
    @APIResponse(responseCode = "404", description = "`REGISTRATION_NOT_FOUND`")
    public Response read(@PathParam("id") String id) {
        var registration = registrations.get(id, caller.scope());
        return Response.ok(UnemploymentView.of(registration))
                .header("ETag", IfMatch.etag(registration.version()))
                .build();
    }

    @POST
    @Path("/{id}/ending")
    @RolesAllowed({Roles.VILLAGE, Roles.TOWN, Roles.COUNTY})
    @Operation(
            summary = "End an unemployment registration",
            description = "As of today, with a reason. A new spell may be opened later.")
    @APIResponseSchema(value = UnemploymentView.class, responseCode = "200", responseDescription = "The ended spell")
    @APIResponse(responseCode = "403", description = NOT_HERS)
    @APIResponse(responseCode = "404", description = "`REGISTRATION_NOT_FOUND`")
    @APIResponse(
            responseCode = "409",
            description = "`REGISTRATION_ALREADY_ENDED`; `IDEMPOTENCY_KEY_REUSED`; `REQUEST_IN_PROGRESS`")
    public Response end(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("If-Match") String ifMatch,
            @Valid @NotNull EndUnemployment request) {
        return commands.once(
                key, request, () -> service.end(id, ifMatch, request, caller.actor()), UnemploymentView::changed);
    }
}
