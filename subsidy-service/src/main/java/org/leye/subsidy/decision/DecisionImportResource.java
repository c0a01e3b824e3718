package org.leye.subsidy.decision;

import java.io.InputStream;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.leye.platform.audit.AuditTrail;
import org.leye.platform.http.command.Commands;
import org.leye.platform.http.imports.ImportFormat;
import org.leye.platform.http.imports.ImportHandler.Outcome;
import org.leye.platform.http.imports.ImportReceipt;
import org.leye.platform.http.imports.Imports;
import org.leye.platform.http.imports.LineFate;
import org.leye.platform.identity.Roles;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Decisions in bulk. */
@Path("/decision-imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Decisions", description = "What the rules said, kept, signed, and made again at any time")
class DecisionImportResource {

    private static final String EXAMPLE = "imp_06qk3v0g1rvs3e7m2k0c9d4b5a";

    private final Imports imports;
    private final Commands commands;
    private final AuditTrail audit;
    private final String basePath;

    DecisionImportResource(
            Imports imports,
            Commands commands,
            AuditTrail audit,
            @ConfigProperty(name = "quarkus.rest.path") String basePath) {
        this.imports = imports;
        this.commands = commands;
        this.audit = audit;
        this.basePath = basePath;
    }

    @POST
    @Consumes(ImportFormat.NDJSON_TYPE)
    @RolesAllowed(Roles.COUNTY)
    @Operation(
            summary = "Decide many",
            description =
                    "One request a line. All lines are stored before the receipt is given, and decided behind it; a line that cannot be decided stops nothing: ask for the fates. A fate's key is the id of the decision. What stands under a reference is not decided again.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = ImportFormat.NDJSON_TYPE,
                            schema = @Schema(implementation = DecideRequest.class)))
    @APIResponseSchema(value = ImportReceipt.class, responseCode = "202", responseDescription = "The receipt")
    @APIResponse(responseCode = "409", description = "`IMPORT_BROKEN_OFF`")
    @APIResponse(responseCode = "422", description = "`IMPORT_EMPTY`; `IMPORT_LINE_TOO_LONG`; `IMPORT_NOT_UTF8`")
    public Response receive(
            @QueryParam("source")
                    @NotBlank
                    @Size(max = 100)
                    @Parameter(
                            description = "Where the file comes from",
                            example = "refund-run-2022-09",
                            required = true)
                    String source,
            InputStream file) {
        commands.actor().scope().requireCounty();
        var receipt = imports.receive(
                DecisionImport.KIND,
                source,
                ImportFormat.NDJSON,
                file,
                id -> audit.record(commands.actor(), "decisions.import", id, source, "one row for the whole file"));
        return Response.accepted(receipt)
                .header("Location", basePath + "/decision-imports/" + receipt.id())
                .build();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.COUNTY, Roles.AUDITOR})
    @Operation(
            summary = "Read a receipt",
            description = "How far the file has come. DONE when every line has its fate.")
    @APIResponseSchema(value = ImportReceipt.class, responseCode = "200", responseDescription = "The receipt")
    @APIResponse(responseCode = "404", description = "`IMPORT_NOT_FOUND`")
    public ImportReceipt read(
            @PathParam("id") @Parameter(description = "Of the receipt", example = EXAMPLE) String id) {
        commands.actor().scope().requireCounty();
        return imports.find(DecisionImport.KIND, id);
    }

    @GET
    @Path("/{id}/fates")
    @RolesAllowed({Roles.COUNTY, Roles.AUDITOR})
    @Operation(summary = "Read the fates of lines", description = "What became of each line, in the order of the file.")
    @APIResponse(
            responseCode = "200",
            description = "The fates",
            content = @Content(schema = @Schema(implementation = LineFate[].class)))
    @APIResponse(responseCode = "404", description = "`IMPORT_NOT_FOUND`")
    public List<LineFate> fates(
            @PathParam("id") @Parameter(description = "Of the receipt", example = EXAMPLE) String id,
            @QueryParam("outcome") @Parameter(description = "Only fates of this kind", example = "REJECTED") @Nullable
                    Outcome outcome,
            @QueryParam("afterLine") @DefaultValue("0") @Min(0) @Parameter(description = "Read on behind this line")
                    int afterLine,
            @QueryParam("limit")
                    @DefaultValue("500")
                    @Min(1)
                    @Max(Imports.MOST_FATES)
                    @Parameter(description = "How many at most")
                    int limit) {
        commands.actor().scope().requireCounty();
        return imports.fates(DecisionImport.KIND, id, outcome, afterLine, limit);
    }
}
