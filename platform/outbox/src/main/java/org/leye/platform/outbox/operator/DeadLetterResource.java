package org.leye.platform.outbox.operator;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.leye.platform.http.command.Commands;
import org.leye.platform.http.paging.PageRequest;
import org.leye.platform.http.paging.Pages;
import org.leye.platform.identity.Roles;
import org.leye.platform.outbox.operator.DeadLetterView.State;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Events that this service could not handle. */
@Path("/events/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Events", description = "Events that could not be handled or could not be sent, and wait for an operator")
public class DeadLetterResource {

    private static final String UNKNOWN = "`EVENT_NOT_FOUND`";
    private static final String STATE =
            "`EVENT_WAITS_FOR_EARLIER`; `EVENT_STATE_FORBIDS`; `IDEMPOTENCY_KEY_REUSED`; `REQUEST_IN_PROGRESS`";

    private final DeadLetters letters;
    private final Commands commands;
    private final Pages pages;

    DeadLetterResource(DeadLetters letters, Commands commands, Pages pages) {
        this.letters = letters;
        this.commands = commands;
        this.pages = pages;
    }

    @GET
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            summary = "List dead letters",
            description =
                    "Events that failed and those that wait behind them, in the order in which they came. What an "
                            + "event says is never shown.")
    @APIResponse(responseCode = "200", description = "A page of dead letters")
    @Extension(name = "x-items", value = "DeadLetter")
    public Response list(
            @QueryParam("topic")
                    @Parameter(description = "Only of this topic", example = "jobmatch.placement")
                    @Nullable
                    String topic,
            @QueryParam("type")
                    @Parameter(description = "Only of this type", example = "jobmatch.placement.confirmed.v1")
                    @Nullable
                    String type,
            @QueryParam("state") @Parameter(description = "Only in this state", example = "DEAD") @Nullable State state,
            @Valid @BeanParam PageRequest page) {
        return pages.answer(
                page,
                (after, limit) -> letters.list(topic, type, state, after, limit),
                letter -> String.valueOf(letter.arrival()),
                letter -> letter);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Read a dead letter", description = "One event by its id: why it failed and how far it is.")
    @APIResponseSchema(value = DeadLetterView.class, responseCode = "200", responseDescription = "The dead letter")
    @APIResponse(responseCode = "404", description = UNKNOWN)
    public Response read(@PathParam("id") String id) {
        return Response.ok(letters.get(id)).build();
    }

    @POST
    @Path("/{id}/retry")
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            summary = "Retry a dead letter",
            description = "The event is handled again within a second or so, and then what waited behind it, in order, "
                    + "each in a transaction of its own. If it fails again it is `DEAD` again with the new reason, and "
                    + "its key stays blocked.")
    @APIResponseSchema(
            value = DeadLetterView.class,
            responseCode = "202",
            responseDescription = "The dead letter, `RETRYING`; read it again to learn what became of it")
    @APIResponse(responseCode = "404", description = UNKNOWN)
    @APIResponse(responseCode = "409", description = STATE)
    public Response retry(@PathParam("id") String id, @HeaderParam("Idempotency-Key") String key) {
        return commands.once(key, id, () -> letters.retry(id, commands.actor()), DeadLetterView::accepted);
    }

    @POST
    @Path("/{id}/discard")
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            summary = "Discard a dead letter",
            description = "The event is given up for good, with a reason that goes into the audit trail. What waited "
                    + "behind it is handled within a second or so, in order.")
    @APIResponseSchema(
            value = DeadLetterView.class,
            responseCode = "202",
            responseDescription = "The dead letter, `DISCARDED`")
    @APIResponse(responseCode = "404", description = UNKNOWN)
    @APIResponse(responseCode = "409", description = STATE)
    public Response discard(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") String key,
            @Valid @NotNull DiscardEvent request) {
        return commands.once(
                key, request, () -> letters.discard(id, request, commands.actor()), DeadLetterView::accepted);
    }
}
