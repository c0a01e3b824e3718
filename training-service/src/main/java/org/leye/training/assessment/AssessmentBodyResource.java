package org.leye.training.assessment;

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

/** Assessment bodies over HTTP. */
@Path("/assessment-bodies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Assessment bodies", description = "Who may assess whom in what")
class AssessmentBodyResource {

    private final AssessmentService service;
    private final AssessmentBodies bodies;
    private final Commands commands;
    private final Caller caller;
    private final Pages pages;

    AssessmentBodyResource(
            AssessmentService service, AssessmentBodies bodies, Commands commands, Caller caller, Pages pages) {
        this.service = service;
        this.bodies = bodies;
        this.commands = commands;
        this.caller = caller;
        this.pages = pages;
    }

    @POST
    @RolesAllowed(Roles.COUNTY)
    @Operation(
            summary = "File an assessment body",
            description = "From now on the body may report results for the occupations and levels named.")
    @APIResponseSchema(value = BodyView.class, responseCode = "201", responseDescription = "The filed body")
    @APIResponse(
            responseCode = "409",
            description = "`BODY_ALREADY_FILED`; `IDEMPOTENCY_KEY_REUSED`; `REQUEST_IN_PROGRESS`")
    public Response file(@HeaderParam("Idempotency-Key") String key, @Valid @NotNull FileBody request) {
        return commands.once(key, request, () -> service.file(request, caller.actor()), BodyView::created);
    }

    @GET
    @RolesAllowed({Roles.COUNTY, Roles.TOWN, Roles.SUPERVISOR, Roles.ASSESSOR})
    @Operation(
            summary = "List assessment bodies",
            description = "Those within the caller's scope, in the order of their ids.")
    @APIResponse(responseCode = "200", description = "A page of bodies")
    @Extension(name = "x-items", value = "AssessmentBody")
    public Response list(@Valid @BeanParam PageRequest page) {
        return pages.answer(
                page, (after, limit) -> bodies.list(caller.scope(), after, limit), AssessmentBody::id, BodyView::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.COUNTY, Roles.TOWN, Roles.SUPERVISOR, Roles.ASSESSOR})
    @Operation(summary = "Read an assessment body", description = "One body by its id.")
    @APIResponseSchema(value = BodyView.class, responseCode = "200", responseDescription = "The body")
    @APIResponse(responseCode = "404", description = "`BODY_NOT_FOUND`")
    public Response read(@PathParam("id") String id) {
        var body = bodies.get(id, caller.scope());
        return Response.ok(BodyView.of(body))
                .header("ETag", IfMatch.etag(body.version()))
                .build();
    }
}
