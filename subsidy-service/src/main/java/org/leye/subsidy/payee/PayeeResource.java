package org.leye.subsidy.payee;

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

/** Accounts over HTTP. */
@Path("/payees")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Payees", description = "The accounts that money may go to")
class PayeeResource {

    private static final String NOT_HERS = "`OWN_HOUSEHOLD`; `OUT_OF_SCOPE`; `FORBIDDEN`";

    private final PayeeService service;
    private final Payees payees;
    private final Commands commands;
    private final Caller caller;
    private final Pages pages;

    PayeeResource(PayeeService service, Payees payees, Commands commands, Caller caller, Pages pages) {
        this.service = service;
        this.payees = payees;
        this.commands = commands;
        this.caller = caller;
        this.pages = pages;
    }

    @POST
    @RolesAllowed({Roles.CITIZEN, Roles.BROKER, Roles.FOUNDER, Roles.EMPLOYER, Roles.TOWN, Roles.COUNTY})
    @Operation(
            summary = "Enter an account",
            description =
                    "For oneself, one's enterprise, or by an officer. It takes the place of the owner's account so far; "
                            + "money goes there once a second person has verified it.")
    @APIResponseSchema(value = PayeeView.class, responseCode = "201", responseDescription = "The account, masked")
    @APIResponse(responseCode = "400", description = "`OWNER_AMBIGUOUS`; `INVALID_INPUT`")
    @APIResponse(responseCode = "403", description = NOT_HERS)
    @APIResponse(responseCode = "409", description = "`IDEMPOTENCY_KEY_REUSED`; `REQUEST_IN_PROGRESS`")
    public Response enter(@HeaderParam("Idempotency-Key") String key, @Valid @NotNull EnterPayee request) {
        return commands.onceForMoney(
                key, request, () -> service.enter(request, caller.actor()), payee -> PayeeView.created(payee, payees));
    }

    @GET
    @RolesAllowed({Roles.CITIZEN, Roles.BROKER, Roles.FOUNDER, Roles.EMPLOYER, Roles.TOWN, Roles.COUNTY, Roles.FINANCE})
    @Operation(
            summary = "List accounts",
            description = "Those in use within the caller's scope, in the order of their ids.")
    @APIResponse(responseCode = "200", description = "A page of accounts")
    @Extension(name = "x-items", value = "Payee")
    public Response list(@Valid @BeanParam PageRequest page) {
        return pages.answer(
                page,
                (after, limit) -> payees.list(caller.scope(), after, limit),
                Payee::id,
                payee -> PayeeView.of(payee, payees));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.CITIZEN, Roles.BROKER, Roles.FOUNDER, Roles.EMPLOYER, Roles.TOWN, Roles.COUNTY, Roles.FINANCE})
    @Operation(summary = "Read an account", description = "One account by its id, masked.")
    @APIResponseSchema(value = PayeeView.class, responseCode = "200", responseDescription = "The account, masked")
    @APIResponse(responseCode = "404", description = "`PAYEE_NOT_FOUND`")
    public Response read(@PathParam("id") String id) {
        var payee = payees.get(id, caller.scope());
        return Response.ok(PayeeView.of(payee, payees))
                .header("ETag", IfMatch.etag(payee.version()))
                .build();
    }

    @POST
    @Path("/{id}/verification")
    @RolesAllowed({Roles.COUNTY, Roles.FINANCE})
    @Operation(
            summary = "Verify an account",
            description = "A second person compared it with the paper or the bank's answer.")
    @APIResponseSchema(value = PayeeView.class, responseCode = "200", responseDescription = "The account, masked")
    @APIResponse(responseCode = "403", description = NOT_HERS)
    @APIResponse(
            responseCode = "409",
            description =
                    "`PAYEE_ALREADY_VERIFIED`; `SAME_PERSON_MAY_NOT_VERIFY`; `IDEMPOTENCY_KEY_REUSED`; `REQUEST_IN_PROGRESS`")
    public Response verify(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("If-Match") String ifMatch) {
        return commands.onceForMoney(
                key, id, () -> service.verify(id, ifMatch, caller.actor()), payee -> PayeeView.changed(payee, payees));
    }
}
