package org.leye.jobmatch.enterprise;

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
import org.leye.platform.identity.Uscc;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Enterprises over HTTP. */
@Path("/enterprises")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Enterprises", description = "Who offers work")
class EnterpriseResource {

    private final EnterpriseService service;
    private final Enterprises enterprises;
    private final Commands commands;
    private final Caller caller;
    private final Pages pages;

    EnterpriseResource(
            EnterpriseService service, Enterprises enterprises, Commands commands, Caller caller, Pages pages) {
        this.service = service;
        this.enterprises = enterprises;
        this.commands = commands;
        this.caller = caller;
        this.pages = pages;
    }

    @POST
    @RolesAllowed({Roles.EMPLOYER, Roles.TOWN, Roles.COUNTY})
    @Operation(
            summary = "Register an enterprise",
            description = "An employer registers the own enterprise, an officer those of his division.")
    @APIResponseSchema(value = EnterpriseView.class, responseCode = "201", responseDescription = "The enterprise")
    @APIResponse(responseCode = "403", description = "`FORBIDDEN`; `OUT_OF_SCOPE`")
    @APIResponse(
            responseCode = "409",
            description = "`ENTERPRISE_ALREADY_REGISTERED`; `IDEMPOTENCY_KEY_REUSED`; `REQUEST_IN_PROGRESS`")
    public Response register(@HeaderParam("Idempotency-Key") String key, @Valid @NotNull RegisterEnterprise request) {
        return commands.once(key, request, () -> service.register(request, caller.actor()), service::created);
    }

    @GET
    @RolesAllowed({Roles.EMPLOYER, Roles.TOWN, Roles.COUNTY})
    @Operation(
            summary = "List enterprises",
            description = "Those within the caller's scope, in the order of their credit codes.")
    @APIResponse(responseCode = "200", description = "A page of enterprises")
    @Extension(name = "x-items", value = "Enterprise")
    public Response list(@Valid @BeanParam PageRequest page) {
        return pages.answer(
                page,
                (after, limit) -> enterprises.list(caller.scope(), after, limit),
                Enterprise::uscc,
                service::view);
    }

    @GET
    @Path("/{uscc}")
    @RolesAllowed({Roles.EMPLOYER, Roles.TOWN, Roles.COUNTY})
    @Operation(summary = "Read an enterprise", description = "One enterprise by its unified social credit code.")
    @APIResponseSchema(value = EnterpriseView.class, responseCode = "200", responseDescription = "The enterprise")
    @APIResponse(responseCode = "403", description = "`FORBIDDEN`; `OUT_OF_SCOPE`")
    @APIResponse(responseCode = "404", description = "`ENTERPRISE_NOT_FOUND`")
    public Response read(@PathParam("uscc") Uscc uscc) {
        var enterprise = enterprises.get(uscc, caller.scope());
        return Response.ok(service.view(enterprise))
                .header("ETag", IfMatch.etag(enterprise.version()))
                .build();
    }
}
