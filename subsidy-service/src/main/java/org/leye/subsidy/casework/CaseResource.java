package org.leye.subsidy.casework;

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
import org.leye.platform.http.command.IfMatch;
import org.leye.platform.http.paging.PageRequest;
import org.leye.platform.http.paging.Pages;
import org.leye.platform.identity.Caller;
import org.leye.platform.identity.Roles;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Cases over HTTP. */
@Path("/cases")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cases", description = "From candidate to payment")
class CaseResource {

    private static final String NOT_FOUND = "`CASE_NOT_FOUND`";
    private static final String STATE = "`CASE_STATE_FORBIDS`; `IDEMPOTENCY_KEY_REUSED`; `REQUEST_IN_PROGRESS`";
    private static final String STATE_AND_REVIEW = "`CHECKER_MAY_NOT_REVIEW`; " + STATE;
    private static final String NOT_HERS = "`OWN_CASE`; `OWN_HOUSEHOLD`; `OUT_OF_SCOPE`; `FORBIDDEN`";
    private static final String THE_CASE = "The case";

    private final CaseService service;
    private final SubsidyCases cases;
    private final CaseViews views;
    private final Commands commands;
    private final Caller caller;
    private final Pages pages;

    CaseResource(
            CaseService service, SubsidyCases cases, CaseViews views, Commands commands, Caller caller, Pages pages) {
        this.service = service;
        this.cases = cases;
        this.views = views;
        this.commands = commands;
        this.caller = caller;
        this.pages = pages;
    }

    @GET
    @RolesAllowed({
        Roles.BROKER,
        Roles.CITIZEN,
        Roles.FOUNDER,
        Roles.EMPLOYER,
        Roles.TOWN,
        Roles.COUNTY,
        Roles.REVIEWER,
        Roles.FINANCE,
        Roles.AUDITOR
    })
    @Operation(
            summary = "List cases",
            description = "Those within the caller's scope, oldest first; of one state if asked.")
    @APIResponse(responseCode = "200", description = "A page of cases, without decision and timeline")
    @Extension(name = "x-items", value = "Case")
    public Response list(
            @QueryParam("status") @Parameter(description = "Only cases in this state", example = "PAYABLE") @Nullable
                    CaseStatus status,
            @Valid @BeanParam PageRequest page) {
        return pages.answer(
                page,
                (after, limit) -> cases.list(caller.scope(), status, after, limit),
                SubsidyCase::id,
                views::inList);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({
        Roles.BROKER,
        Roles.CITIZEN,
        Roles.FOUNDER,
        Roles.EMPLOYER,
        Roles.TOWN,
        Roles.COUNTY,
        Roles.REVIEWER,
        Roles.FINANCE,
        Roles.AUDITOR
    })
    @Operation(
            summary = "Read a case",
            description =
                    "With its decision, every condition and its value, the timeline, and what the caller may do next.")
    @APIResponseSchema(value = CaseView.class, responseCode = "200", responseDescription = THE_CASE)
    @APIResponse(responseCode = "404", description = NOT_FOUND)
    public Response read(@PathParam("id") String id) {
        var about = cases.get(id, caller.scope());
        return Response.ok(views.whole(about))
                .header("ETag", IfMatch.etag(about.version()))
                .build();
    }

    @POST
    @Path("/{id}/confirmation")
    @RolesAllowed({Roles.BROKER, Roles.CITIZEN, Roles.FOUNDER, Roles.EMPLOYER})
    @Operation(
            summary = "Confirm a candidate",
            description = "The entitled person or firm wants the money: one call, no form.")
    @APIResponseSchema(value = CaseView.class, responseCode = "200", responseDescription = THE_CASE)
    @APIResponse(responseCode = "404", description = NOT_FOUND)
    @APIResponse(responseCode = "409", description = STATE)
    public Response confirm(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("If-Match") String ifMatch) {
        return act(id, CaseAction.CONFIRM, key, ifMatch);
    }

    @POST
    @Path("/{id}/decline")
    @RolesAllowed({Roles.BROKER, Roles.CITIZEN, Roles.FOUNDER, Roles.EMPLOYER})
    @Operation(
            summary = "Decline a candidate",
            description = "The entitled person or firm does not want the money. Final.")
    @APIResponseSchema(value = CaseView.class, responseCode = "200", responseDescription = THE_CASE)
    @APIResponse(responseCode = "404", description = NOT_FOUND)
    @APIResponse(responseCode = "409", description = STATE)
    public Response decline(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("If-Match") String ifMatch) {
        return act(id, CaseAction.DECLINE, key, ifMatch);
    }

    @POST
    @Path("/{id}/acceptance")
    @RolesAllowed({Roles.TOWN, Roles.COUNTY})
    @Operation(summary = "Accept a case", description = "The office takes the case in; the check begins.")
    @APIResponseSchema(value = CaseView.class, responseCode = "200", responseDescription = THE_CASE)
    @APIResponse(responseCode = "403", description = NOT_HERS)
    @APIResponse(responseCode = "404", description = NOT_FOUND)
    @APIResponse(responseCode = "409", description = STATE)
    public Response accept(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("If-Match") String ifMatch) {
        return act(id, CaseAction.ACCEPT, key, ifMatch);
    }

    @POST
    @Path("/{id}/evaluation")
    @RolesAllowed(Roles.COUNTY)
    @Operation(
            summary = "Evaluate a case",
            description =
                    "Gathers the facts and asks the policy in force on the basis date. The answer is a recommendation, for "
                            + "or against, with every condition and its value; a reviewer decides.")
    @APIResponseSchema(value = CaseView.class, responseCode = "200", responseDescription = THE_CASE)
    @APIResponse(responseCode = "403", description = NOT_HERS)
    @APIResponse(responseCode = "404", description = NOT_FOUND)
    @APIResponse(responseCode = "409", description = STATE)
    public Response evaluate(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("If-Match") String ifMatch) {
        return act(id, CaseAction.EVALUATE, key, ifMatch);
    }

    @POST
    @Path("/{id}/approval")
    @RolesAllowed(Roles.REVIEWER)
    @Operation(
            summary = "Approve a case",
            description = "The reviewer follows the recommendation to pay. Not who checked it.")
    @APIResponseSchema(value = CaseView.class, responseCode = "200", responseDescription = THE_CASE)
    @APIResponse(responseCode = "403", description = NOT_HERS)
    @APIResponse(responseCode = "404", description = NOT_FOUND)
    @APIResponse(responseCode = "409", description = STATE_AND_REVIEW)
    public Response approve(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("If-Match") String ifMatch) {
        return act(id, CaseAction.APPROVE, key, ifMatch);
    }

    @POST
    @Path("/{id}/refusal")
    @RolesAllowed(Roles.REVIEWER)
    @Operation(
            summary = "Refuse a case",
            description = "The reviewer follows the recommendation not to pay. Not who checked it.")
    @APIResponseSchema(value = CaseView.class, responseCode = "200", responseDescription = THE_CASE)
    @APIResponse(responseCode = "403", description = NOT_HERS)
    @APIResponse(responseCode = "404", description = NOT_FOUND)
    @APIResponse(responseCode = "409", description = STATE_AND_REVIEW)
    public Response refuse(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("If-Match") String ifMatch) {
        return act(id, CaseAction.REFUSE, key, ifMatch);
    }

    @POST
    @Path("/{id}/return-to-check")
    @RolesAllowed(Roles.REVIEWER)
    @Operation(summary = "Send a case back", description = "The reviewer is not content with the check and says why.")
    @APIResponseSchema(value = CaseView.class, responseCode = "200", responseDescription = THE_CASE)
    @APIResponse(responseCode = "403", description = NOT_HERS)
    @APIResponse(responseCode = "404", description = NOT_FOUND)
    @APIResponse(responseCode = "409", description = STATE_AND_REVIEW)
    public Response sendBack(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("If-Match") String ifMatch,
            @Valid @NotNull SendBack request) {
        return commands.onceForMoney(
                key,
                request,
                () -> service.act(id, CaseAction.SEND_BACK, ifMatch, request.reason(), caller.actor()),
                views::changed);
    }

    @POST
    @Path("/{id}/publication")
    @RolesAllowed(Roles.COUNTY)
    @Operation(
            summary = "Publish a case",
            description =
                    "Starts the public notice; the policy says how many working days. The day of publication is day 0.")
    @APIResponseSchema(value = CaseView.class, responseCode = "200", responseDescription = THE_CASE)
    @APIResponse(responseCode = "403", description = NOT_HERS)
    @APIResponse(responseCode = "404", description = NOT_FOUND)
    @APIResponse(responseCode = "409", description = STATE)
    @APIResponse(responseCode = "422", description = "`CALENDAR_MISSING`")
    public Response publish(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("If-Match") String ifMatch) {
        return act(id, CaseAction.PUBLISH, key, ifMatch);
    }

    @POST
    @Path("/{id}/account-correction")
    @RolesAllowed(Roles.COUNTY)
    @Operation(
            summary = "Pay again after a return",
            description =
                    "Once the owner's account is another than the one the money came back from, the case is payable again "
                            + "and goes into the next batch.")
    @APIResponseSchema(value = CaseView.class, responseCode = "200", responseDescription = THE_CASE)
    @APIResponse(responseCode = "403", description = NOT_HERS)
    @APIResponse(responseCode = "404", description = NOT_FOUND)
    @APIResponse(responseCode = "409", description = "`ACCOUNT_NOT_CORRECTED`; " + STATE)
    public Response payAgain(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("If-Match") String ifMatch) {
        return act(id, CaseAction.PAY_AGAIN, key, ifMatch);
    }

    private Response act(String id, CaseAction action, String key, String ifMatch) {
        return commands.onceForMoney(
                key, id, () -> service.act(id, action, ifMatch, null, caller.actor()), views::changed);
    }
}
