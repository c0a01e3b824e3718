package org.leye.jobmatch.relation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.leye.platform.household.OfficerRelation;
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

/** Officers' relations over HTTP. */
@Path("/officer-relations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Officers' relations", description = "Who belongs to an officer's household, in which she decides nothing")
class RelationResource {

    private static final String SCOPE = "`FORBIDDEN`; `OUT_OF_SCOPE`";

    private final RelationService service;
    private final Commands commands;
    private final Caller caller;
    private final Pages pages;

    RelationResource(RelationService service, Commands commands, Caller caller, Pages pages) {
        this.service = service;
        this.commands = commands;
        this.caller = caller;
        this.pages = pages;
    }

    @POST
    @RolesAllowed({
        Roles.STATION,
        Roles.VILLAGE,
        Roles.TOWN,
        Roles.COUNTY,
        Roles.REVIEWER,
        Roles.FINANCE,
        Roles.SUPERVISOR,
        Roles.ASSESSOR,
        Roles.ADMIN
    })
    @Operation(
            summary = "Declare a relation",
            description =
                    "An officer names a person of her household; the county office may do it for her. From that day on every "
                            + "service refuses her steps about that person, and that person's about her, with OWN_HOUSEHOLD.")
    @APIResponseSchema(value = RelationView.class, responseCode = "201", responseDescription = "The relation")
    @APIResponse(responseCode = "403", description = SCOPE)
    @APIResponse(
            responseCode = "409",
            description = "`RELATION_ALREADY_DECLARED`; `IDEMPOTENCY_KEY_REUSED`; `REQUEST_IN_PROGRESS`")
    @APIResponse(responseCode = "422", description = "`RELATION_TO_ONESELF`")
    public Response declare(@HeaderParam("Idempotency-Key") String key, @Valid @NotNull DeclareRelation request) {
        return commands.once(key, request, () -> service.declare(request, caller.actor()), RelationView::created);
    }

    @GET
    @RolesAllowed({
        Roles.STATION,
        Roles.VILLAGE,
        Roles.TOWN,
        Roles.COUNTY,
        Roles.REVIEWER,
        Roles.FINANCE,
        Roles.SUPERVISOR,
        Roles.ASSESSOR,
        Roles.ADMIN
    })
    @Operation(
            summary = "List relations",
            description = "Her own for an officer, all for the county office; those that ended too, by their ids.")
    @APIResponse(responseCode = "200", description = "A page of relations")
    @APIResponse(responseCode = "403", description = SCOPE)
    @Extension(name = "x-items", value = "OfficerRelation")
    public Response list(@Valid @BeanParam PageRequest page) {
        return commands.inTransaction(() -> pages.answer(
                page,
                (after, limit) -> service.list(after, limit, caller.actor()),
                OfficerRelation::id,
                RelationView::of));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({
        Roles.STATION,
        Roles.VILLAGE,
        Roles.TOWN,
        Roles.COUNTY,
        Roles.REVIEWER,
        Roles.FINANCE,
        Roles.SUPERVISOR,
        Roles.ASSESSOR,
        Roles.ADMIN
    })
    @Operation(summary = "Read a relation", description = "One relation by its id: one's own, or any for the county.")
    @APIResponseSchema(value = RelationView.class, responseCode = "200", responseDescription = "The relation")
    @APIResponse(responseCode = "403", description = SCOPE)
    @APIResponse(responseCode = "404", description = "`RELATION_NOT_FOUND`")
    public Response read(@PathParam("id") String id) {
        var relation = commands.inTransaction(() -> service.read(id, caller.actor()));
        return Response.ok(RelationView.of(relation))
                .header("ETag", IfMatch.etag(RelationView.version(relation)))
                .build();
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({Roles.COUNTY, Roles.ADMIN})
    @Operation(
            summary = "End a relation",
            description = "Today is the last day on which it counts. Not by the two whom it binds. The record is kept.")
    @APIResponseSchema(value = RelationView.class, responseCode = "200", responseDescription = "The ended relation")
    @APIResponse(responseCode = "403", description = "`OWN_HOUSEHOLD`; " + SCOPE)
    @APIResponse(responseCode = "404", description = "`RELATION_NOT_FOUND`")
    @APIResponse(responseCode = "409", description = "`RELATION_ALREADY_ENDED`")
    public Response end(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch) {
        return commands.atomically(() -> service.end(id, ifMatch, caller.actor()), RelationView::changed);
    }
}
