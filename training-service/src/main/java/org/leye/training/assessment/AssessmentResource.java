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

/** Assessment results over HTTP. */
@Path("/assessments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Assessments", description = "Results of skill level assessments")
class AssessmentResource {

    private final AssessmentService service;
    private final Assessments assessments;
    private final Commands commands;
    private final Caller caller;
    private final Pages pages;

    AssessmentResource(
            AssessmentService service, Assessments assessments, Commands commands, Caller caller, Pages pages) {
        this.service = service;
        this.assessments = assessments;
        this.commands = commands;
        this.caller = caller;
        this.pages = pages;
    }

    @POST
    @RolesAllowed(Roles.ASSESSOR)
    @Operation(
            summary = "Record the result of an assessment",
            description =
                    "A candidate passes who reaches the mark in every part. A pass is in public notice for some working days; "
                            + "then a certificate may be issued.")
    @APIResponseSchema(value = AssessmentView.class, responseCode = "201", responseDescription = "The recorded result")
    @APIResponse(responseCode = "403", description = "`OWN_HOUSEHOLD`; `OUT_OF_SCOPE`; `FORBIDDEN`")
    @APIResponse(
            responseCode = "409",
            description =
                    "`BODY_NOT_ACTIVE`; `RESULT_ALREADY_RECORDED`; `IDEMPOTENCY_KEY_REUSED`; `REQUEST_IN_PROGRESS`")
    @APIResponse(
            responseCode = "422",
            description =
                    "`LEVEL_OUT_OF_BODY_SCOPE`; `REVIEW_MISSING`; `REVIEW_NOT_EXPECTED`; `ASSESSED_IN_THE_FUTURE`; "
                            + "`NAME_DIFFERS`; `NO_RULE_IN_FORCE`; `CALENDAR_MISSING`")
    public Response record(@HeaderParam("Idempotency-Key") String key, @Valid @NotNull RecordResult request) {
        return commands.once(key, request, () -> service.record(request, caller.actor()), AssessmentView::created);
    }

    @GET
    @RolesAllowed({Roles.COUNTY, Roles.TOWN, Roles.SUPERVISOR, Roles.ASSESSOR, Roles.CITIZEN})
    @Operation(
            summary = "List assessments",
            description = "Those within the caller's scope, in the order of their ids.")
    @APIResponse(responseCode = "200", description = "A page of assessments")
    @Extension(name = "x-items", value = "Assessment")
    public Response list(@Valid @BeanParam PageRequest page) {
        return pages.answer(
                page,
                (after, limit) -> assessments.list(caller.scope(), after, limit),
                Assessment::id,
                AssessmentView::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.COUNTY, Roles.TOWN, Roles.SUPERVISOR, Roles.ASSESSOR, Roles.CITIZEN})
    @Operation(summary = "Read an assessment", description = "One assessment by its id.")
    @APIResponseSchema(value = AssessmentView.class, responseCode = "200", responseDescription = "The assessment")
    @APIResponse(responseCode = "404", description = "`ASSESSMENT_NOT_FOUND`")
    public Response read(@PathParam("id") String id) {
        var assessment = assessments.get(id, caller.scope());
        return Response.ok(AssessmentView.of(assessment))
                .header("ETag", IfMatch.etag(assessment.version()))
                .build();
    }
}
