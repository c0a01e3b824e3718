package org.leye.subsidy.shadow;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.leye.platform.http.command.Answer;
import org.leye.platform.http.command.Commands;
import org.leye.platform.identity.Caller;
import org.leye.platform.identity.Roles;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shadow runs over HTTP. */
@Path("/policies/{policy}/shadow-runs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Shadow runs", description = "What a draft would have changed")
class ShadowResource {

    private static final String POLICY = "P-B1-2027";
    private static final String RUN = "shr_06qk3v0g1rvs3e7m2k0c9d4b5a";

    private final ShadowService service;
    private final ShadowRuns runs;
    private final TallyJson json;
    private final Commands commands;
    private final Caller caller;

    ShadowResource(ShadowService service, ShadowRuns runs, TallyJson json, Commands commands, Caller caller) {
        this.service = service;
        this.runs = runs;
        this.json = json;
        this.commands = commands;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({Roles.COUNTY, Roles.REVIEWER})
    @Operation(
            summary = "Try a draft",
            description =
                    "Asks the draft what it would have said to every decision of its instrument that was stored in a period. Works behind the answer; nothing is decided by it.")
    @APIResponseSchema(value = ShadowRunView.class, responseCode = "202", responseDescription = "The run")
    @APIResponse(responseCode = "404", description = "`POLICY_NOT_FOUND`")
    @APIResponse(responseCode = "409", description = "`IDEMPOTENCY_KEY_REUSED`; `REQUEST_IN_PROGRESS`")
    @APIResponse(responseCode = "422", description = "`PERIOD_BACKWARDS`; `MODEL_REFUSED`; `DOCUMENT_INVALID`")
    public Response start(
            @PathParam("policy") @Parameter(description = "Id of the version", example = POLICY) String policy,
            @HeaderParam("Idempotency-Key") String key,
            @Valid @NotNull StartShadowRun request) {
        return commands.once(
                key,
                request,
                () -> service.start(policy, request, caller.actor()),
                run -> Answer.accepted("/policies/" + policy + "/shadow-runs/" + run.id(), run.view(json)));
    }

    @GET
    @RolesAllowed({Roles.COUNTY, Roles.REVIEWER, Roles.FINANCE, Roles.AUDITOR})
    @Operation(summary = "List shadow runs", description = "Those of a version, oldest first.")
    public List<ShadowRunView> list(
            @PathParam("policy") @Parameter(description = "Id of the version", example = POLICY) String policy) {
        return runs.of(policy, caller.scope()).stream()
                .map(run -> run.view(json))
                .toList();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.COUNTY, Roles.REVIEWER, Roles.FINANCE, Roles.AUDITOR})
    @Operation(summary = "Read a shadow run", description = "How far it has come, and what it has found.")
    @APIResponseSchema(value = ShadowRunView.class, responseCode = "200", responseDescription = "The run")
    @APIResponse(responseCode = "404", description = "`SHADOW_RUN_NOT_FOUND`")
    public ShadowRunView read(
            @PathParam("policy") @Parameter(description = "Id of the version", example = POLICY) String policy,
            @PathParam("id") @Parameter(description = "Of the run", example = RUN) String id) {
        return runs.get(policy, id, caller.scope()).view(json);
    }

    @POST
    @Path("/{id}/cancellation")
    @RolesAllowed({Roles.COUNTY, Roles.REVIEWER})
    @Operation(summary = "Cancel a shadow run", description = "It keeps what it has found until then.")
    @APIResponseSchema(value = ShadowRunView.class, responseCode = "200", responseDescription = "The run")
    @APIResponse(responseCode = "404", description = "`SHADOW_RUN_NOT_FOUND`")
    @APIResponse(
            responseCode = "409",
            description = "`SHADOW_RUN_ENDED`; `IDEMPOTENCY_KEY_REUSED`; `REQUEST_IN_PROGRESS`")
    public Response cancel(
            @PathParam("policy") @Parameter(description = "Id of the version", example = POLICY) String policy,
            @PathParam("id") @Parameter(description = "Of the run", example = RUN) String id,
            @HeaderParam("Idempotency-Key") String key) {
        return commands.once(
                key,
                id,
                () -> service.cancel(runs.lock(policy, id, caller.scope()), caller.actor()),
                run -> Answer.ok(run.version(), run.view(json)));
    }
}
