package org.leye.platform.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.leye.platform.http.command.Commands;
import org.leye.platform.http.paging.PageRequest;
import org.leye.platform.http.paging.Pages;
import org.leye.platform.identity.Roles;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The trail over HTTP. */
@Path("/audit")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit", description = "Who did and saw what, and whether that record is as it was written")
public class AuditResource {

    private final AuditReading reading;
    private final Verification verification;
    private final Commands commands;
    private final Pages pages;

    AuditResource(AuditReading reading, Verification verification, Commands commands, Pages pages) {
        this.reading = reading;
        this.verification = verification;
        this.commands = commands;
        this.pages = pages;
    }

    @GET
    @Path("/verification")
    @RolesAllowed({Roles.AUDITOR, Roles.ADMIN})
    @Operation(
            summary = "Verify the audit trail",
            description =
                    "Recomputes the chain from the rows as they are now and names what was changed, deleted or inserted. A long "
                            + "chain is checked in stretches: ask again with `from` = `next`. A chain that was cut at its end or made "
                            + "anew shows only against a `witness`, the number and hash of a batch noted outside.")
    @APIResponseSchema(value = VerificationView.class, responseCode = "200", responseDescription = "What was found")
    public VerificationView verify(
            @QueryParam("from")
                    @DefaultValue("1")
                    @Min(1)
                    @Parameter(description = "The first batch to check", example = "1")
                    long from,
            @QueryParam("limit")
                    @DefaultValue("500")
                    @Min(1)
                    @Max(2_000)
                    @Parameter(description = "How many batches at most, each of up to a thousand rows", example = "500")
                    int limit,
            @QueryParam("witness")
                    @Parameter(
                            description =
                                    "NUMBER:HASH of a batch, as the topic audit.witness or an earlier answer told it",
                            example = "1:5f0a3c1d9b7e42680f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a6978")
                    @Nullable
                    String witness) {
        commands.actor().scope().requireCounty();
        var noted = witness == null ? null : Witness.parse(witness);
        return commands.inTransaction(() -> verification.verify(from, limit, noted));
    }

    @GET
    @Path("/rows")
    @RolesAllowed(Roles.AUDITOR)
    @Operation(summary = "Read the audit trail", description = "Oldest first. Who reads the trail stands in it, too.")
    @APIResponse(responseCode = "200", description = "A page of rows")
    @Extension(name = "x-items", value = "AuditRow")
    public Response rows(@Valid @BeanParam RowFilter filter, @Valid @BeanParam PageRequest page) {
        commands.actor().scope().requireCounty();
        return commands.inTransaction(() -> pages.answer(
                page,
                (after, limit) -> reading.read(filter, after, limit, commands.actor()),
                row -> row.id().toString(),
                AuditRowView::of));
    }
}
