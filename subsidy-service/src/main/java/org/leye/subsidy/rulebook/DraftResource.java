package org.leye.subsidy.rulebook;

import java.util.function.Function;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.leye.platform.http.command.Answer;
import org.leye.platform.http.command.Commands;
import org.leye.platform.http.command.IfMatch;
import org.leye.platform.identity.Caller;
import org.leye.platform.identity.Roles;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How rules come into the book, over HTTP. */
@Path("/policies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Policies", description = "Which rule holds when, where it comes from, and how sure we are of it")
class DraftResource {

    private static final String INVALID = "`DOCUMENT_INVALID`: with the place in the file";
    private static final String NOT_A_DRAFT = "`POLICY_NOT_A_DRAFT`; `IDEMPOTENCY_KEY_REUSED`; `REQUEST_IN_PROGRESS`";

    private final PolicyVersions versions;
    private final PolicyViews views;
    private final PolicyService policies;
    private final Rulebook rulebook;
    private final Commands commands;
    private final Caller caller;
    private final ObjectMapper json;

    DraftResource(
            PolicyVersions versions,
            PolicyViews views,
            PolicyService policies,
            Rulebook rulebook,
            Commands commands,
            Caller caller,
            ObjectMapper json) {
        this.versions = versions;
        this.views = views;
        this.policies = policies;
        this.rulebook = rulebook;
        this.commands = commands;
        this.caller = caller;
        this.json = json;
    }

    @POST
    @RolesAllowed(Roles.COUNTY)
    @Operation(
            summary = "Draft a policy",
            description =
                    "From a file, written anew or exported from another version or house. Nothing is decided by a draft; `GET /policies/{id}/findings` says what it still lacks.")
    @APIResponseSchema(value = PolicyView.class, responseCode = "201", responseDescription = "The draft")
    @APIResponse(
            responseCode = "409",
            description = "`POLICY_ID_TAKEN`; `IDEMPOTENCY_KEY_REUSED`; `REQUEST_IN_PROGRESS`")
    @APIResponse(responseCode = "422", description = INVALID)
    public Response draft(@HeaderParam("Idempotency-Key") String key, @Valid @NotNull PolicyFile file) {
        return commands.once(
                key,
                file,
                () -> policies.draft(file, caller.actor()),
                version -> Answer.created("/policies/" + version.id(), version.version(), views.of(version)));
    }

    @PUT
    @Path("/{id}/file")
    @RolesAllowed(Roles.COUNTY)
    @Operation(summary = "Rewrite a draft", description = "Puts another text in its place.")
    @APIResponseSchema(value = PolicyView.class, responseCode = "200", responseDescription = "The draft")
    @APIResponse(responseCode = "404", description = PolicyResource.NOT_FOUND)
    @APIResponse(responseCode = "409", description = "`POLICY_NOT_A_DRAFT`")
    @APIResponse(responseCode = "422", description = INVALID + "; `FILE_NAMES_ANOTHER_POLICY`")
    public Response rewrite(
            @PathParam("id") @Parameter(description = "Its id", example = "P-B1-2027") String id,
            @HeaderParam("If-Match") String ifMatch,
            @Valid @NotNull PolicyFile file) {
        return commands.atomically(
                () -> policies.replace(expected(id, ifMatch), file.document(), caller.actor()), this::ok);
    }

    @POST
    @Path("/{id}/examples")
    @RolesAllowed(Roles.COUNTY)
    @Operation(
            summary = "Add worked examples",
            description =
                    "Cases with their answers. All must come out right before the version may be published, and stay in its file.")
    @APIResponseSchema(value = PolicyView.class, responseCode = "200", responseDescription = "The draft")
    @APIResponse(responseCode = "404", description = PolicyResource.NOT_FOUND)
    @APIResponse(responseCode = "409", description = NOT_A_DRAFT)
    @APIResponse(responseCode = "422", description = INVALID)
    public Response addExamples(
            @PathParam("id") @Parameter(description = "Its id", example = "P-B1-2027") String id,
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("If-Match") String ifMatch,
            @Valid @NotNull AddExamples request) {
        return change(
                id,
                key,
                ifMatch,
                request,
                version -> policies.replace(
                        version,
                        PolicyFile.of(rulebook.document(version), json)
                                .with(request.examples())
                                .document(),
                        caller.actor()));
    }

    @POST
    @Path("/{id}/publication")
    @RolesAllowed({Roles.COUNTY, Roles.REVIEWER})
    @Operation(
            summary = "Publish a draft",
            description =
                    "By an officer who had no hand in the text. It is in force from the first day it names; when that lies ahead, it is scheduled.")
    @APIResponseSchema(value = PolicyView.class, responseCode = "200", responseDescription = "The version")
    @APIResponse(responseCode = "403", description = "`AUTHOR_MAY_NOT_PUBLISH`; `OUT_OF_SCOPE`; `FORBIDDEN`")
    @APIResponse(responseCode = "404", description = PolicyResource.NOT_FOUND)
    @APIResponse(responseCode = "409", description = "`POLICY_OVERLAPS`; " + NOT_A_DRAFT)
    @APIResponse(responseCode = "422", description = "`NOT_PUBLISHABLE`: with everything that was found")
    public Response publish(
            @PathParam("id") @Parameter(description = "Its id", example = "P-B1-2027") String id,
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("If-Match") String ifMatch,
            @Valid @NotNull PublishPolicy request) {
        return change(
                id, key, ifMatch, request, version -> policies.publish(version, request.reason(), caller.actor()));
    }

    @POST
    @Path("/{id}/withdrawal")
    @RolesAllowed(Roles.COUNTY)
    @Operation(
            summary = "End or withdraw a policy",
            description =
                    "A draft or a scheduled version goes altogether; one in force ends on the day that is named. What was decided by it stays.")
    @APIResponseSchema(value = PolicyView.class, responseCode = "200", responseDescription = "The version")
    @APIResponse(responseCode = "404", description = PolicyResource.NOT_FOUND)
    @APIResponse(
            responseCode = "409",
            description = "`POLICY_IN_FORCE`; `POLICY_WITHDRAWN`; `IDEMPOTENCY_KEY_REUSED`; `REQUEST_IN_PROGRESS`")
    @APIResponse(responseCode = "422", description = "`LAST_DAY_IMPOSSIBLE`")
    public Response withdraw(
            @PathParam("id") @Parameter(description = "Its id", example = "P-B1-2022b") String id,
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("If-Match") String ifMatch,
            @Valid @NotNull WithdrawPolicy request) {
        return change(id, key, ifMatch, request, version -> policies.withdraw(version, request, caller.actor()));
    }

    private Response change(
            String id, String key, String ifMatch, Object request, Function<PolicyVersion, PolicyVersion> change) {
        return commands.once(key, request, () -> change.apply(expected(id, ifMatch)), this::ok);
    }

    private PolicyVersion expected(String id, String ifMatch) {
        var version = versions.get(id);
        IfMatch.require(ifMatch, version.version());
        return version;
    }

    private Answer<PolicyView> ok(PolicyVersion version) {
        return Answer.ok(version.version(), views.of(version));
    }
}
