package org.leye.broker.appointment;

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

import org.leye.broker.appointment.BrokerView.MaskedPerson;
import org.leye.platform.http.command.Commands;
import org.leye.platform.http.command.IfMatch;
import org.leye.platform.http.paging.PageRequest;
import org.leye.platform.http.paging.Pages;
import org.leye.platform.identity.Caller;
import org.leye.platform.identity.Identities;
import org.leye.platform.identity.PersonKey;
import org.leye.platform.identity.Roles;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Brokers over HTTP. */
@Path("/brokers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Brokers", description = "Village brokers, from nomination to the end of their term")
class BrokerResource {

    private static final String STATE = "`BROKER_STATE_FORBIDS`; `IDEMPOTENCY_KEY_REUSED`; `REQUEST_IN_PROGRESS`";
    private static final String UNKNOWN = "`BROKER_NOT_FOUND`";
    private static final String NOT_HERS = "`OWN_HOUSEHOLD`; `OUT_OF_SCOPE`; `FORBIDDEN`";

    private final BrokerService service;
    private final Brokers brokers;
    private final Identities identities;
    private final Commands commands;
    private final Caller caller;
    private final Pages pages;

    BrokerResource(
            BrokerService service,
            Brokers brokers,
            Identities identities,
            Commands commands,
            Caller caller,
            Pages pages) {
        this.service = service;
        this.brokers = brokers;
        this.identities = identities;
        this.commands = commands;
        this.caller = caller;
        this.pages = pages;
    }

    @POST
    @RolesAllowed({Roles.VILLAGE, Roles.STATION, Roles.COUNTY})
    @Operation(
            summary = "Nominate a broker",
            description =
                    "A person has one record at a time. She may be nominated anew when her term has run out, never after a "
                            + "dismissal. Her name, number and phone are kept sealed and shown masked.")
    @APIResponseSchema(value = BrokerView.class, responseCode = "201", responseDescription = "The nominated broker")
    @APIResponse(responseCode = "403", description = NOT_HERS)
    @APIResponse(
            responseCode = "409",
            description =
                    "`BROKER_ALREADY_NOMINATED`; `BROKER_WAS_DISMISSED`; `IDEMPOTENCY_KEY_REUSED`; `REQUEST_IN_PROGRESS`")
    @APIResponse(responseCode = "422", description = "`DIVISION_OUTSIDE_CITY`; `NAME_DIFFERS`")
    public Response nominate(@HeaderParam("Idempotency-Key") String key, @Valid @NotNull NominateBroker request) {
        var actor = caller.actor();
        return commands.once(
                key, request, () -> service.nominate(request, actor), broker -> BrokerView.created(broker, actor));
    }

    @GET
    @RolesAllowed({Roles.VILLAGE, Roles.STATION, Roles.TOWN, Roles.COUNTY, Roles.AUDITOR, Roles.BROKER})
    @Operation(
            summary = "List brokers",
            description =
                    "Those within the caller's scope, in the order of their ids, without names. A broker sees herself.")
    @APIResponse(responseCode = "200", description = "A page of brokers")
    @Extension(name = "x-items", value = "Broker")
    public Response list(@Valid @BeanParam PageRequest page) {
        var actor = caller.actor();
        return pages.answer(
                page,
                (after, limit) -> brokers.list(actor.scope(), after, limit),
                Broker::id,
                broker -> BrokerView.of(broker, actor));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.VILLAGE, Roles.STATION, Roles.TOWN, Roles.COUNTY, Roles.AUDITOR, Roles.BROKER})
    @Operation(summary = "Read a broker", description = "One broker by her id, with name, number and phone masked.")
    @APIResponseSchema(value = BrokerView.class, responseCode = "200", responseDescription = "The broker")
    @APIResponse(responseCode = "404", description = UNKNOWN)
    public Response read(@PathParam("id") String id) {
        var actor = caller.actor();
        var broker = brokers.get(id, actor.scope());
        var person = identities.find(new PersonKey(broker.personKey())).map(MaskedPerson::of);
        return Response.ok(BrokerView.of(broker, person.orElse(null), actor))
                .header("ETag", IfMatch.etag(broker.version()))
                .build();
    }

    @POST
    @Path("/{id}/training")
    @RolesAllowed({Roles.STATION, Roles.COUNTY})
    @Operation(summary = "Record a broker's training", description = "She has been trained and may be appointed.")
    @APIResponseSchema(value = BrokerView.class, responseCode = "200", responseDescription = "The broker")
    @APIResponse(responseCode = "403", description = NOT_HERS)
    @APIResponse(responseCode = "404", description = UNKNOWN)
    @APIResponse(responseCode = "409", description = STATE)
    public Response train(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("If-Match") String ifMatch) {
        var actor = caller.actor();
        return commands.once(
                key, id, () -> service.train(id, ifMatch, actor), broker -> BrokerView.changed(broker, actor));
    }

    @POST
    @Path("/{id}/appointment")
    @RolesAllowed(Roles.COUNTY)
    @Operation(
            summary = "Appoint a broker",
            description = "By letter, for a term. Without a last day the usual term of that time holds.")
    @APIResponseSchema(value = BrokerView.class, responseCode = "200", responseDescription = "The broker")
    @APIResponse(responseCode = "403", description = NOT_HERS)
    @APIResponse(responseCode = "404", description = UNKNOWN)
    @APIResponse(responseCode = "409", description = STATE)
    @APIResponse(responseCode = "422", description = "`APPOINTMENT_TERM`; `NO_TERM_IN_FORCE`")
    public Response appoint(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("If-Match") String ifMatch,
            @Valid @NotNull AppointBroker request) {
        var actor = caller.actor();
        return commands.once(
                key,
                request,
                () -> service.appoint(id, ifMatch, request, actor),
                broker -> BrokerView.changed(broker, actor));
    }

    @POST
    @Path("/{id}/suspension")
    @RolesAllowed(Roles.COUNTY)
    @Operation(
            summary = "Suspend a broker",
            description =
                    "From today on she may not refer; a day with a suspension at its end does not count as appointed.")
    @APIResponseSchema(value = BrokerView.class, responseCode = "200", responseDescription = "The broker")
    @APIResponse(responseCode = "403", description = NOT_HERS)
    @APIResponse(responseCode = "404", description = UNKNOWN)
    @APIResponse(responseCode = "409", description = STATE)
    public Response suspend(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("If-Match") String ifMatch,
            @Valid @NotNull GiveReason request) {
        var actor = caller.actor();
        return commands.once(
                key,
                request,
                () -> service.suspend(id, ifMatch, request, actor),
                broker -> BrokerView.changed(broker, actor));
    }

    @POST
    @Path("/{id}/reinstatement")
    @RolesAllowed(Roles.COUNTY)
    @Operation(summary = "Reinstate a broker", description = "The suspension ends today; the term stays as it was.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = GiveReason.class),
                            example = "{\"reason\": \"经核查，举报不属实\"}"))
    @APIResponseSchema(value = BrokerView.class, responseCode = "200", responseDescription = "The broker")
    @APIResponse(responseCode = "403", description = NOT_HERS)
    @APIResponse(responseCode = "404", description = UNKNOWN)
    @APIResponse(responseCode = "409", description = STATE)
    public Response reinstate(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("If-Match") String ifMatch,
            @Valid @NotNull GiveReason request) {
        var actor = caller.actor();
        return commands.once(
                key,
                request,
                () -> service.reinstate(id, ifMatch, request, actor),
                broker -> BrokerView.changed(broker, actor));
    }

    @POST
    @Path("/{id}/dismissal")
    @RolesAllowed(Roles.COUNTY)
    @Operation(
            summary = "Dismiss a broker",
            description = "For fees taken from workers or false referrals. Final; earlier referrals stay as they are.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = GiveReason.class),
                            example = "{\"reason\": \"经核实，向劳动者收取介绍费\"}"))
    @APIResponseSchema(value = BrokerView.class, responseCode = "200", responseDescription = "The broker")
    @APIResponse(responseCode = "403", description = NOT_HERS)
    @APIResponse(responseCode = "404", description = UNKNOWN)
    @APIResponse(responseCode = "409", description = STATE)
    public Response dismiss(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("If-Match") String ifMatch,
            @Valid @NotNull GiveReason request) {
        var actor = caller.actor();
        return commands.once(
                key,
                request,
                () -> service.dismiss(id, ifMatch, request, actor),
                broker -> BrokerView.changed(broker, actor));
    }
}
