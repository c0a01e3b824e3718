package org.leye.subsidy.fund;

import java.time.LocalDate;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.leye.platform.http.command.Commands;
import org.leye.platform.identity.Caller;
import org.leye.platform.identity.Roles;
import org.leye.subsidy.policy.PolicyCatalogue;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Policies over HTTP, and the word of a fund's owner. */
@Path("/policies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Policies", description = "Which rule holds when, where it comes from, and how sure we are of it")
class PolicyResource {

    private final PolicyCatalogue catalogue;
    private final PolicyAcceptances acceptances;
    private final PolicyService service;
    private final Commands commands;
    private final Caller caller;

    PolicyResource(
            PolicyCatalogue catalogue,
            PolicyAcceptances acceptances,
            PolicyService service,
            Commands commands,
            Caller caller) {
        this.catalogue = catalogue;
        this.acceptances = acceptances;
        this.service = service;
        this.commands = commands;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({
        Roles.COUNTY,
        Roles.TOWN,
        Roles.REVIEWER,
        Roles.FINANCE,
        Roles.AUDITOR,
        Roles.CITIZEN,
        Roles.EMPLOYER,
        Roles.BROKER
    })
    @Operation(summary = "List policies", description = "All versions, or those in force on a day.")
    public List<PolicyView> list(
            @QueryParam("on")
                    @Parameter(description = "Only versions in force on this day", example = "2024-03-01")
                    @Nullable
                    LocalDate on) {
        return catalogue.documents().stream()
                .filter(policy -> on == null || policy.terms().inForceOn(on))
                .map(policy -> PolicyView.of(policy, acceptances))
                .toList();
    }

    @POST
    @Path("/{id}/acceptance")
    @RolesAllowed(Roles.FINANCE)
    @Operation(
            summary = "Take a policy on",
            description =
                    "The owner of the fund takes a proposed or unverified version on, on record: money may flow under it.")
    @APIResponseSchema(value = PolicyView.class, responseCode = "200", responseDescription = "The policy")
    @APIResponse(responseCode = "404", description = "`POLICY_NOT_FOUND`")
    @APIResponse(
            responseCode = "409",
            description = "`POLICY_ALREADY_ACCEPTED`; `IDEMPOTENCY_KEY_REUSED`; `REQUEST_IN_PROGRESS`")
    public Response accept(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") String key,
            @Valid @NotNull AcceptPolicy request) {
        return commands.onceForMoney(
                key,
                request,
                () -> service.accept(id, request, caller.actor()),
                policy -> PolicyView.accepted(policy, acceptances));
    }
}
