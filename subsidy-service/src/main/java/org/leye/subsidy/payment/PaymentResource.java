package org.leye.subsidy.payment;

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

/** Payment batches over HTTP. */
@Path("/payment-batches")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Payments", description = "Batches, signatures, the file to the bank and its answers")
class PaymentResource {

    private final PaymentService service;
    private final PaymentBatches batches;
    private final Commands commands;
    private final Caller caller;
    private final Pages pages;

    PaymentResource(PaymentService service, PaymentBatches batches, Commands commands, Caller caller, Pages pages) {
        this.service = service;
        this.batches = batches;
        this.commands = commands;
        this.caller = caller;
        this.pages = pages;
    }

    @POST
    @RolesAllowed(Roles.FINANCE)
    @Operation(
            summary = "Make a batch",
            description =
                    "Takes the payable cases of the fund that have a verified account and whose policy may pay, oldest first, "
                            + "at most a thousand.")
    @APIResponseSchema(value = BatchView.class, responseCode = "201", responseDescription = "The batch")
    @APIResponse(responseCode = "409", description = "`IDEMPOTENCY_KEY_REUSED`; `REQUEST_IN_PROGRESS`")
    @APIResponse(responseCode = "422", description = "`NOTHING_PAYABLE`")
    public Response open(@HeaderParam("Idempotency-Key") String key, @Valid @NotNull OpenBatch request) {
        return commands.onceForMoney(
                key,
                request,
                () -> service.open(request.fund(), caller.actor()),
                batch -> BatchView.created(batch, batches));
    }

    @GET
    @RolesAllowed({Roles.FINANCE, Roles.AUDITOR})
    @Operation(summary = "List batches", description = "Oldest first, without their payments.")
    @APIResponse(responseCode = "200", description = "A page of batches")
    @Extension(name = "x-items", value = "PaymentBatch")
    public Response list(@Valid @BeanParam PageRequest page) {
        return pages.answer(
                page,
                (after, limit) -> batches.list(caller.scope(), after, limit),
                PaymentBatch::id,
                BatchView::inList);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.FINANCE, Roles.AUDITOR})
    @Operation(summary = "Read a batch", description = "With its payments and what the bank said of each.")
    @APIResponseSchema(value = BatchView.class, responseCode = "200", responseDescription = "The batch")
    @APIResponse(responseCode = "404", description = "`BATCH_NOT_FOUND`")
    public Response read(@PathParam("id") String id) {
        var batch = batches.get(id, caller.scope());
        return Response.ok(BatchView.whole(batch, batches))
                .header("ETag", IfMatch.etag(batch.version()))
                .build();
    }

    @POST
    @Path("/{id}/signatures")
    @RolesAllowed(Roles.FINANCE)
    @Operation(
            summary = "Sign a batch",
            description =
                    "Two people sign, each under number and sum as counted by herself; none who accepted, checked or reviewed one of the cases.")
    @APIResponseSchema(value = BatchView.class, responseCode = "200", responseDescription = "The batch")
    @APIResponse(responseCode = "403", description = "`OWN_CASE`; `OWN_HOUSEHOLD`; `OUT_OF_SCOPE`; `FORBIDDEN`")
    @APIResponse(responseCode = "404", description = "`BATCH_NOT_FOUND`")
    @APIResponse(
            responseCode = "409",
            description =
                    "`BATCH_STATE_FORBIDS`; `ALREADY_SIGNED`; `HANDLER_MAY_NOT_SIGN`; `IDEMPOTENCY_KEY_REUSED`; `REQUEST_IN_PROGRESS`")
    @APIResponse(responseCode = "422", description = "`CONTROL_TOTAL_WRONG`")
    public Response sign(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("If-Match") String ifMatch,
            @Valid @NotNull SignBatch request) {
        return commands.onceForMoney(
                key,
                request,
                () -> service.sign(id, ifMatch, request, caller.actor()),
                batch -> BatchView.changed(batch, batches));
    }

    @GET
    @Path("/{id}/file")
    @Produces(MediaType.APPLICATION_XML)
    @RolesAllowed(Roles.FINANCE)
    @Operation(
            summary = "Fetch the file for the bank",
            description =
                    "ISO 20022 pain.001 of a signed batch; the same bytes each time. Names and accounts stand in it, so each "
                            + "fetch is written down.")
    @APIResponseSchema(value = String.class, responseCode = "200", responseDescription = "The file")
    @APIResponse(responseCode = "404", description = "`BATCH_NOT_FOUND`")
    @APIResponse(responseCode = "409", description = "`BATCH_STATE_FORBIDS`")
    public Response file(@PathParam("id") String id) {
        var file = commands.inTransaction(() -> service.file(id, caller.actor()));
        return Response.ok(file).header("Cache-Control", "no-store").build();
    }

    @POST
    @Path("/{id}/results")
    @RolesAllowed(Roles.FINANCE)
    @Operation(
            summary = "Take in the bank's answer",
            description = "For some or all payments of the batch. Either every line has its effect or none.")
    @APIResponseSchema(value = BatchView.class, responseCode = "200", responseDescription = "The batch")
    @APIResponse(responseCode = "404", description = "`BATCH_NOT_FOUND`")
    @APIResponse(
            responseCode = "409",
            description =
                    "`BATCH_STATE_FORBIDS`; `PAYMENT_ALREADY_SETTLED`; `IDEMPOTENCY_KEY_REUSED`; `REQUEST_IN_PROGRESS`")
    @APIResponse(responseCode = "422", description = "`UNKNOWN_PAYMENT`")
    public Response settle(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") String key,
            @Valid @NotNull BankResult request) {
        return commands.onceForMoney(
                key,
                request,
                () -> service.settle(id, request, caller.actor()),
                batch -> BatchView.changed(batch, batches));
    }
}
