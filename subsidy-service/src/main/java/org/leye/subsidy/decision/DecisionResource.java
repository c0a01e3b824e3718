package org.leye.subsidy.decision;

import java.util.stream.Collectors;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.leye.platform.http.Language;
import org.leye.platform.http.command.Answer;
import org.leye.platform.http.command.Commands;
import org.leye.platform.http.paging.PageRequest;
import org.leye.platform.http.paging.Pages;
import org.leye.platform.identity.Caller;
import org.leye.platform.identity.Roles;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Decisions over HTTP. */
@Path("/decisions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Decisions", description = "What the rules said, kept, signed, and made again at any time")
class DecisionResource {

    private static final String NOT_FOUND = "`DECISION_NOT_FOUND`";
    private static final String EXAMPLE = "dec_06qk3v0g1rvs3e7m2k0c9d4b5a";

    private final DecisionService service;
    private final Decisions decisions;
    private final DecisionViews views;
    private final Replays replays;
    private final SigningKeys keys;
    private final DecisionJson json;
    private final Commands commands;
    private final Caller caller;
    private final Pages pages;

    DecisionResource(
            DecisionService service,
            Decisions decisions,
            DecisionViews views,
            Replays replays,
            SigningKeys keys,
            DecisionJson json,
            Commands commands,
            Caller caller,
            Pages pages) {
        this.service = service;
        this.decisions = decisions;
        this.views = views;
        this.replays = replays;
        this.keys = keys;
        this.json = json;
        this.commands = commands;
        this.caller = caller;
        this.pages = pages;
    }

    @POST
    @RolesAllowed({Roles.COUNTY, Roles.TOWN})
    @Operation(
            summary = "Decide",
            description =
                    "What the policy in force on that date says to these facts, stored with all that is needed to say it again, and signed. What was granted before, this service reads from its own rows; a caller says only what it cannot know. A refusal of money is a decision, too.")
    @APIResponseSchema(value = StoredDecisionView.class, responseCode = "201", responseDescription = "The decision")
    @APIResponse(responseCode = "400", description = "`FACTS_INVALID`; `HISTORY_IS_OURS`: with pointers")
    @APIResponse(responseCode = "404", description = "`INSTRUMENT_NOT_FOUND`")
    @APIResponse(
            responseCode = "409",
            description =
                    "`DECISION_EXISTS`: another decision stands under the reference; `POLICY_CONFLICT`; `IDEMPOTENCY_KEY_REUSED`; `REQUEST_IN_PROGRESS`")
    @APIResponse(responseCode = "422", description = "`MODEL_FAILED`: the policy's model has no answer to these facts")
    public Response decide(
            @HeaderParam("Idempotency-Key") String key,
            @Valid @NotNull DecideRequest request,
            @Context HttpHeaders headers) {
        return commands.onceForMoney(
                key,
                request,
                () -> service.decide(request, caller.actor()),
                decision -> Answer.created(
                        "/decisions/" + decision.id(), null, views.whole(decision, Language.of(headers))));
    }

    @GET
    @RolesAllowed({Roles.COUNTY, Roles.TOWN, Roles.REVIEWER, Roles.FINANCE, Roles.AUDITOR, Roles.CITIZEN, Roles.EMPLOYER
    })
    @Operation(summary = "List decisions", description = "Those within the caller's scope, in the order of their ids.")
    @APIResponse(responseCode = "200", description = "A page of decisions")
    @Extension(name = "x-items", value = "StoredDecision")
    public Response list(
            @QueryParam("instrument")
                    @Parameter(description = "Only of this instrument", example = "UI_RETENTION_REFUND")
                    @Nullable
                    String instrument,
            @QueryParam("subject")
                    @Parameter(description = "Only about this person or firm", example = "91330282MA2AC0013P")
                    @Nullable
                    String subject,
            @Valid @BeanParam PageRequest page,
            @Context HttpHeaders headers) {
        var language = Language.of(headers);
        return pages.answer(
                page,
                (after, limit) -> decisions.list(caller.scope(), instrument, subject, after, limit),
                Decision::id,
                decision -> views.inList(decision, language));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.COUNTY, Roles.TOWN, Roles.REVIEWER, Roles.FINANCE, Roles.AUDITOR, Roles.CITIZEN, Roles.EMPLOYER
    })
    @Operation(
            summary = "Read a decision",
            description = "With every condition, and for each that failed what would have made it a yes.")
    @APIResponseSchema(value = StoredDecisionView.class, responseCode = "200", responseDescription = "The decision")
    @APIResponse(responseCode = "404", description = NOT_FOUND)
    public StoredDecisionView read(
            @PathParam("id") @Parameter(description = "Its id", example = EXAMPLE) String id,
            @Context HttpHeaders headers) {
        return views.whole(decisions.get(id, caller.scope()), Language.of(headers));
    }

    @GET
    @Path("/{id}/record")
    @RolesAllowed({Roles.COUNTY, Roles.TOWN, Roles.REVIEWER, Roles.FINANCE, Roles.AUDITOR, Roles.CITIZEN, Roles.EMPLOYER
    })
    @Operation(
            summary = "Read what was signed",
            description =
                    "The record in canonical form (RFC 8785), byte for byte the payload of the decision's signature.")
    @APIResponse(
            responseCode = "200",
            description = "The record",
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.OBJECT),
                            example =
                                    "{\"amountFen\":5670000,\"id\":\"dec_06qk3v0g1rvs3e7m2k0c9d4b5a\",\"outcome\":\"APPROVED\"}"))
    @APIResponse(responseCode = "404", description = NOT_FOUND)
    public Response record(@PathParam("id") @Parameter(description = "Its id", example = EXAMPLE) String id) {
        return Response.ok(decisions.get(id, caller.scope()).record(json)).build();
    }

    @GET
    @Path("/{id}/replay")
    @RolesAllowed({Roles.COUNTY, Roles.TOWN, Roles.REVIEWER, Roles.FINANCE, Roles.AUDITOR})
    @Operation(
            summary = "Make a decision again",
            description =
                    "By the texts and table rows of then: whether the signature holds, the facts and the texts are what they were, and the answer comes out the same to the byte.")
    @APIResponseSchema(value = ReplayView.class, responseCode = "200", responseDescription = "What was found")
    @APIResponse(responseCode = "404", description = NOT_FOUND)
    public ReplayView replay(@PathParam("id") @Parameter(description = "Its id", example = EXAMPLE) String id) {
        return replays.of(decisions.get(id, caller.scope()));
    }

    @GET
    @Path("/replays")
    @RolesAllowed({Roles.COUNTY, Roles.AUDITOR})
    @Operation(
            summary = "Make many decisions again",
            description =
                    "All of a page, in the order of their ids; told are those that are not sound. What a new engine would say differently is found by walking all pages.")
    @APIResponse(responseCode = "200", description = "Those of the page that are not sound")
    @Extension(name = "x-items", value = "Replay")
    public Response replayMany(
            @QueryParam("instrument")
                    @Parameter(description = "Only of this instrument", example = "UI_RETENTION_REFUND")
                    @Nullable
                    String instrument,
            @Valid @BeanParam PageRequest page) {
        return pages.answerTogether(
                page,
                (after, limit) -> decisions.list(caller.scope(), instrument, null, after, limit),
                Decision::id,
                found -> found.stream()
                        .map(replays::of)
                        .filter(replay -> !replay.sound())
                        .toList());
    }

    @GET
    @Path("/keys")
    @RolesAllowed({
        Roles.COUNTY,
        Roles.TOWN,
        Roles.VILLAGE,
        Roles.REVIEWER,
        Roles.FINANCE,
        Roles.AUDITOR,
        Roles.CITIZEN,
        Roles.EMPLOYER,
        Roles.FOUNDER,
        Roles.BROKER,
        Roles.SYSTEM
    })
    @Operation(summary = "Read the public keys", description = "A JSON Web Key Set: by it anyone verifies a decision.")
    @APIResponse(
            responseCode = "200",
            description = "The key set",
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.OBJECT),
                            example =
                                    "{\"keys\":[{\"kty\":\"EC\",\"kid\":\"2bYJ\",\"alg\":\"ES256\",\"crv\":\"P-256\",\"x\":\"f83O\",\"y\":\"x_FE\"}]}"))
    public Response publicKeys() {
        return Response.ok(keys.all().stream()
                        .map(SigningKey::publicKey)
                        .collect(Collectors.joining(",", "{\"keys\":[", "]}")))
                .build();
    }
}
