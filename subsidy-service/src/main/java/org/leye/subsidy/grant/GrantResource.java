package org.leye.subsidy.grant;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.leye.platform.http.command.Answer;
import org.leye.platform.http.command.Commands;
import org.leye.platform.http.paging.PageRequest;
import org.leye.platform.http.paging.Pages;
import org.leye.platform.identity.Caller;
import org.leye.platform.identity.Roles;
import org.leye.subsidy.subject.Subjects;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Grants over HTTP. */
@Path("/grants")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Grants", description = "What was granted before, here and by earlier systems")
class GrantResource {

    private final Grants grants;
    private final GrantService service;
    private final Commands commands;
    private final Caller caller;
    private final Pages pages;

    GrantResource(Grants grants, GrantService service, Commands commands, Caller caller, Pages pages) {
        this.grants = grants;
        this.service = service;
        this.commands = commands;
        this.caller = caller;
        this.pages = pages;
    }

    @GET
    @RolesAllowed({
        Roles.BROKER,
        Roles.CITIZEN,
        Roles.FOUNDER,
        Roles.EMPLOYER,
        Roles.TOWN,
        Roles.COUNTY,
        Roles.REVIEWER,
        Roles.FINANCE,
        Roles.AUDITOR
    })
    @Operation(
            summary = "List grants",
            description =
                    "Those within the caller's scope, in the order of their recording; of one subject if asked. Rules about "
                            + "earlier grants go by those that are not revoked.")
    @APIResponse(responseCode = "200", description = "A page of grants")
    @Extension(name = "x-items", value = "Grant")
    public Response list(
            @QueryParam("subject")
                    @Pattern(regexp = Subjects.SHAPE)
                    @Parameter(
                            description = "Whom the case was about: a person key or a credit code",
                            example = "per_0123456789abcdefghijklmnop")
                    @Nullable
                    String subject,
            @Valid @BeanParam PageRequest page) {
        return pages.answer(
                page, (after, limit) -> grants.list(caller.scope(), subject, after, limit), Granted::id, GrantView::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({
        Roles.BROKER,
        Roles.CITIZEN,
        Roles.FOUNDER,
        Roles.EMPLOYER,
        Roles.TOWN,
        Roles.COUNTY,
        Roles.REVIEWER,
        Roles.FINANCE,
        Roles.AUDITOR
    })
    @Operation(summary = "Read a grant", description = "One grant by its id, with what it was for.")
    @APIResponseSchema(value = GrantView.class, responseCode = "200", responseDescription = "The grant")
    @APIResponse(responseCode = "404", description = "`GRANT_NOT_FOUND`")
    public GrantView read(@PathParam("id") String id) {
        return GrantView.of(grants.get(id, caller.scope()));
    }

    @POST
    @Path("/{id}/revocation")
    @RolesAllowed(Roles.REVIEWER)
    @Operation(
            summary = "Revoke a grant of an earlier system",
            description =
                    "It was recorded by mistake and no longer counts for later cases. By a reviewer: another officer than who "
                            + "imported it. What a decision of this service granted ends with the decision.")
    @APIResponseSchema(value = GrantView.class, responseCode = "200", responseDescription = "The grant")
    @APIResponse(responseCode = "403", description = "`OWN_HOUSEHOLD`; `OUT_OF_SCOPE`; `FORBIDDEN`")
    @APIResponse(responseCode = "404", description = "`GRANT_NOT_FOUND`")
    @APIResponse(responseCode = "409", description = "`GRANT_REVOKED`; `IDEMPOTENCY_KEY_REUSED`; `REQUEST_IN_PROGRESS`")
    public Response revoke(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") String key,
            @Valid @NotNull RevokeGrant request) {
        return commands.onceForMoney(
                key,
                request,
                () -> service.revoke(id, request.reason(), caller.actor()),
                granted -> Answer.ok(null, GrantView.of(granted)));
    }
}
