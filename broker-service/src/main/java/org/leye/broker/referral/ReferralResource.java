package org.leye.broker.referral;

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

/** Referrals over HTTP. */
@Path("/referrals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Referrals", description = "Who brought whom, and how far the worker came")
class ReferralResource {

    private static final String ONCE = "`IDEMPOTENCY_KEY_REUSED`; `REQUEST_IN_PROGRESS`";
    private static final String UNKNOWN = "`REFERRAL_NOT_FOUND`";
    private static final String NOT_HERS = "`NOT_THE_CANDIDATE`; `OUT_OF_SCOPE`; `FORBIDDEN`";

    private final ReferralService service;
    private final Referrals referrals;
    private final Commands commands;
    private final Caller caller;
    private final Pages pages;

    ReferralResource(ReferralService service, Referrals referrals, Commands commands, Caller caller, Pages pages) {
        this.service = service;
        this.referrals = referrals;
        this.commands = commands;
        this.caller = caller;
        this.pages = pages;
    }

    @POST
    @RolesAllowed({Roles.BROKER, Roles.CITIZEN, Roles.STATION, Roles.COUNTY})
    @Operation(
            summary = "Refer a worker",
            description =
                    "The first claim of a worker is VALID; while its window runs, later ones are stored as DUPLICATE and say "
                            + "nothing of the first. A broker or worker refers for herself; an officer enters a referral for a "
                            + "broker. The candidate's number only makes her key and is not kept.")
    @APIResponseSchema(
            value = ReferralView.class,
            responseCode = "201",
            responseDescription = "The referral, VALID or DUPLICATE")
    @APIResponse(responseCode = "403", description = "`OWN_HOUSEHOLD`; `OUT_OF_SCOPE`; `FORBIDDEN`")
    @APIResponse(responseCode = "404", description = "`BROKER_NOT_FOUND`")
    @APIResponse(responseCode = "409", description = "`BROKER_NOT_APPOINTED`; " + ONCE)
    @APIResponse(
            responseCode = "422",
            description = "`SELF_REFERRAL`; `NOT_A_BROKER`; `REFERRER_NOT_INSURED_THERE`; `NO_REFERRAL_RULE_IN_FORCE`")
    public Response make(@HeaderParam("Idempotency-Key") String key, @Valid @NotNull MakeReferral request) {
        var actor = caller.actor();
        return commands.once(
                key, request, () -> service.make(request, actor), referral -> ReferralView.created(referral, actor));
    }

    @GET
    @RolesAllowed({Roles.BROKER, Roles.CITIZEN, Roles.VILLAGE, Roles.STATION, Roles.TOWN, Roles.COUNTY, Roles.AUDITOR})
    @Operation(
            summary = "List referrals",
            description =
                    "Those the caller made, those that refer her, those of an officer's place; in the order of their ids.")
    @APIResponse(responseCode = "200", description = "A page of referrals")
    @Extension(name = "x-items", value = "Referral")
    public Response list(@Valid @BeanParam PageRequest page) {
        var actor = caller.actor();
        return pages.answer(
                page,
                (after, limit) -> referrals.list(actor.scope(), after, limit),
                Referral::id,
                referral -> ReferralView.of(referral, actor));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.BROKER, Roles.CITIZEN, Roles.VILLAGE, Roles.STATION, Roles.TOWN, Roles.COUNTY, Roles.AUDITOR})
    @Operation(summary = "Read a referral", description = "One referral by its id, with what the caller may do next.")
    @APIResponseSchema(value = ReferralView.class, responseCode = "200", responseDescription = "The referral")
    @APIResponse(responseCode = "404", description = UNKNOWN)
    public Response read(@PathParam("id") String id) {
        var actor = caller.actor();
        var referral = referrals.get(id, actor.scope());
        return Response.ok(ReferralView.of(referral, actor))
                .header("ETag", IfMatch.etag(referral.version()))
                .build();
    }

    @POST
    @Path("/{id}/agreement")
    @RolesAllowed(Roles.CITIZEN)
    @Operation(
            summary = "Agree to a referral",
            description =
                    "By the person referred herself. From now on a placement that begins within the window counts.")
    @APIResponseSchema(value = ReferralView.class, responseCode = "200", responseDescription = "The referral")
    @APIResponse(responseCode = "403", description = NOT_HERS)
    @APIResponse(responseCode = "404", description = UNKNOWN)
    @APIResponse(responseCode = "409", description = "`REFERRAL_STATE_FORBIDS`; `REFERRAL_WINDOW_OVER`; " + ONCE)
    public Response agree(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("If-Match") String ifMatch) {
        var actor = caller.actor();
        return commands.once(
                key, id, () -> service.agree(id, ifMatch, actor), referral -> ReferralView.changed(referral, actor));
    }

    @POST
    @Path("/{id}/rejection")
    @RolesAllowed({Roles.CITIZEN, Roles.COUNTY})
    @Operation(
            summary = "Reject a referral",
            description =
                    "By the person referred or by the county, before work begins. The worker is free for another claim.")
    @APIResponseSchema(value = ReferralView.class, responseCode = "200", responseDescription = "The referral")
    @APIResponse(responseCode = "403", description = "`OWN_HOUSEHOLD`; " + NOT_HERS)
    @APIResponse(responseCode = "404", description = UNKNOWN)
    @APIResponse(responseCode = "409", description = "`REFERRAL_STATE_FORBIDS`; " + ONCE)
    public Response reject(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("If-Match") String ifMatch,
            @Valid @NotNull RejectReferral request) {
        var actor = caller.actor();
        return commands.once(
                key,
                request,
                () -> service.reject(id, ifMatch, request, actor),
                referral -> ReferralView.changed(referral, actor));
    }
}
