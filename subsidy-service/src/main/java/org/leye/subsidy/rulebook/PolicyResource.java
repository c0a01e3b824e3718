package org.leye.subsidy.rulebook;

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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.leye.platform.http.Language;
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
import org.jspecify.annotations.Nullable;

/** The book of rules over HTTP, and the word of a fund's owner. */
@Path("/policies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Policies", description = "Which rule holds when, where it comes from, and how sure we are of it")
class PolicyResource {

    static final String NOT_FOUND = "`POLICY_NOT_FOUND`";

    private final PolicyVersions versions;
    private final RuleSteps steps;
    private final PolicyViews views;
    private final Rulebook rulebook;
    private final PolicyService policies;
    private final AcceptanceService acceptance;
    private final Commands commands;
    private final Caller caller;
    private final ObjectMapper json;

    PolicyResource(
            PolicyVersions versions,
            RuleSteps steps,
            PolicyViews views,
            Rulebook rulebook,
            PolicyService policies,
            AcceptanceService acceptance,
            Commands commands,
            Caller caller,
            ObjectMapper json) {
        this.versions = versions;
        this.steps = steps;
        this.views = views;
        this.rulebook = rulebook;
        this.policies = policies;
        this.acceptance = acceptance;
        this.commands = commands;
        this.caller = caller;
        this.json = json;
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
    @Operation(
            summary = "List policies",
            description = "Every published version, those in force on a day, those of an instrument.")
    public List<PolicyView> list(
            @QueryParam("on")
                    @Parameter(description = "Only versions in force on this day", example = "2024-03-01")
                    @Nullable
                    LocalDate on,
            @QueryParam("instrument")
                    @Parameter(description = "Only versions of this instrument", example = "UI_RETENTION_REFUND")
                    @Nullable
                    String instrument) {
        return views.of(versions.published().stream()
                .filter(version -> on == null || version.standing(on) == PolicyStanding.IN_FORCE)
                .filter(version -> instrument == null || version.instrument().equals(instrument))
                .toList());
    }

    @GET
    @Path("/drafts")
    @RolesAllowed({Roles.COUNTY, Roles.REVIEWER, Roles.FINANCE, Roles.AUDITOR})
    @Operation(summary = "List drafts", description = "Versions that wait for a second officer.")
    public List<PolicyView> drafts() {
        return views.of(versions.drafts());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.COUNTY, Roles.REVIEWER, Roles.FINANCE, Roles.AUDITOR})
    @Operation(summary = "Read a policy", description = "With everything that was done to it.")
    @APIResponseSchema(value = PolicyDetail.class, responseCode = "200", responseDescription = "The version")
    @APIResponse(responseCode = "404", description = NOT_FOUND)
    public Response read(@PathParam("id") @Parameter(description = "Its id", example = "P-B1-2022b") String id) {
        var version = versions.get(id);
        var done = steps.of(id).stream().map(RuleStep::view).toList();
        return Response.ok(new PolicyDetail(views.of(version), done))
                .header("ETag", IfMatch.etag(version.version()))
                .build();
    }

    @GET
    @Path("/{id}/file")
    @RolesAllowed({Roles.COUNTY, Roles.REVIEWER, Roles.FINANCE, Roles.AUDITOR})
    @Operation(
            summary = "Export a policy",
            description = "As one file: terms, model and examples. `POST /policies` takes it in.")
    @APIResponseSchema(value = PolicyFile.class, responseCode = "200", responseDescription = "The file")
    @APIResponse(responseCode = "404", description = NOT_FOUND)
    public Response export(@PathParam("id") @Parameter(description = "Its id", example = "P-B1-2022b") String id) {
        var version = versions.get(id);
        return Response.ok(PolicyFile.of(rulebook.document(version), json))
                .header("ETag", IfMatch.etag(version.version()))
                .build();
    }

    @GET
    @Path("/{id}/findings")
    @RolesAllowed({Roles.COUNTY, Roles.REVIEWER, Roles.FINANCE, Roles.AUDITOR})
    @Operation(
            summary = "Validate a policy",
            description =
                    "What keeps the text from being published: the model holds something that is not allowed, a decision table has a gap or an overlap, an example comes out differently.")
    @APIResponseSchema(value = Findings.class, responseCode = "200", responseDescription = "What was found")
    @APIResponse(responseCode = "404", description = NOT_FOUND)
    public Findings validate(
            @PathParam("id") @Parameter(description = "Its id", example = "P-B1-2022b") String id,
            @Context HttpHeaders headers) {
        return Findings.of(policies.findings(versions.get(id)), Language.of(headers));
    }

    @POST
    @Path("/{id}/acceptance")
    @RolesAllowed(Roles.FINANCE)
    @Operation(
            summary = "Take a policy on",
            description =
                    "The owner of the fund takes a proposed or unverified version on, on record: money may flow under it.")
    @APIResponseSchema(value = PolicyView.class, responseCode = "200", responseDescription = "The policy")
    @APIResponse(responseCode = "404", description = NOT_FOUND)
    @APIResponse(
            responseCode = "409",
            description = "`POLICY_ALREADY_ACCEPTED`; `IDEMPOTENCY_KEY_REUSED`; `REQUEST_IN_PROGRESS`")
    public Response accept(
            @PathParam("id") @Parameter(description = "Its id", example = "P-B17-2023") String id,
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("If-Match")
                    @Parameter(
                            description =
                                    "The text that was read, by the version's ETag; without it, the one that is there")
                    @Nullable
                    String ifMatch,
            @Valid @NotNull AcceptPolicy request) {
        return commands.onceForMoney(
                key,
                request,
                () -> acceptance.accept(expected(id, ifMatch), request, caller.actor()),
                version -> Answer.ok(null, views.of(version)));
    }

    private PolicyVersion expected(String id, @Nullable String ifMatch) {
        var version = versions.get(id);
        if (ifMatch != null) {
            IfMatch.require(ifMatch, version.version());
        }
        return version;
    }
}
