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
import org.leye.platform.outbox.operator.ParkedEventView.State;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Events of this service that Kafka refused for good. */
@Path("/events/parked")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Events", description = "Events that could not be handled or could not be sent, and wait for an operator")
public class ParkedEventResource {

    private static final String UNKNOWN = "`EVENT_NOT_FOUND`";
    private static final String STATE = "`EVENT_STATE_FORBIDS`; `IDEMPOTENCY_KEY_REUSED`; `REQUEST_IN_PROGRESS`";

    private final ParkedEvents events;
    private final Commands commands;
    private final Pages pages;

    ParkedEventResource(ParkedEvents events, Commands commands, Pages pages) {
        this.events = events;
        this.commands = commands;
        this.pages = pages;
    }

    @GET
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            summary = "List parked events",
            description = "Events of this service that Kafka refused for good, in the order in which they were parked. "
                    + "What an event says is never shown.")
    @APIResponse(responseCode = "200", description = "A page of parked events")
    @Extension(name = "x-items", value = "ParkedEvent")
    public Response list(
            @QueryParam("topic") @Parameter(description = "Only of this topic", example = "subsidy.case") @Nullable
                    String topic,
            @QueryParam("type")
                    @Parameter(description = "Only of this type", example = "subsidy.case.decided.v1")
                    @Nullable
                    String type,
            @QueryParam("state") @Parameter(description = "Only in this state", example = "PARKED") @Nullable
                    State state,
            @Valid @BeanParam PageRequest page) {
        return pages.answer(
                page,
                (after, limit) -> events.list(topic, type, state, after, limit),
                event -> String.valueOf(event.position()),
                event -> event);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            summary = "Read a parked event",
            description = "One event by its id: how Kafka refused it and how far it is.")
    @APIResponseSchema(value = ParkedEventView.class, responseCode = "200", responseDescription = "The parked event")
    @APIResponse(responseCode = "404", description = UNKNOWN)
    public Response read(@PathParam("id") String id) {
        return Response.ok(events.get(id)).build();
    }

    @POST
    @Path("/{id}/retry")
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            summary = "Send a parked event again",
            description =
                    "The event is sent again at once and the later ones of its aggregate follow. If Kafka refuses it "
                            + "again it is `PARKED` again.")
    @APIResponseSchema(
            value = ParkedEventView.class,
            responseCode = "202",
            responseDescription = "The parked event, `RETRYING`; read it again to learn what became of it")
    @APIResponse(responseCode = "404", description = UNKNOWN)
    @APIResponse(responseCode = "409", description = STATE)
    public Response retry(@PathParam("id") String id, @HeaderParam("Idempotency-Key") String key) {
        return commands.once(key, id, () -> events.retry(id, commands.actor()), ParkedEventView::accepted);
    }

    @POST
    @Path("/{id}/discard")
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            summary = "Discard a parked event",
            description =
                    "The event is given up for good: nobody will hear of it. The reason goes into the audit trail; the "
                            + "later events of its aggregate are sent.")
    @APIResponseSchema(
            value = ParkedEventView.class,
            responseCode = "202",
            responseDescription = "The parked event, `DISCARDED`")
    @APIResponse(responseCode = "404", description = UNKNOWN)
    @APIResponse(responseCode = "409", description = STATE)
    public Response discard(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") String key,
            @Valid @NotNull DiscardEvent request) {
        return commands.once(
                key, request, () -> events.discard(id, request, commands.actor()), ParkedEventView::accepted);
    }
}
