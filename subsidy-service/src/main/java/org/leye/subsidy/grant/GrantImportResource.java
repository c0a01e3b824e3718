package org.leye.subsidy.grant;

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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Files of grants of earlier systems over HTTP. */
@Path("/grant-imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Grants", description = "What was granted before, here and by earlier systems")
class GrantImportResource {

    private final Imports imports;
    private final Commands commands;
    private final AuditTrail audit;
    private final String basePath;

    GrantImportResource(
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
    @Consumes({ImportFormat.NDJSON_TYPE, ImportFormat.CSV_TYPE})
    @RolesAllowed(Roles.COUNTY)
    @Operation(
            summary = "Import grants of earlier systems",
            description =
                    "UTF-8; one JSON object a line, or CSV whose first line names the fields, with `|` between the entries of a cell. "
                            + "All lines are stored before the receipt is given and worked off behind it; "
                            + "the same file again gives the same receipt, unless every line of it was rejected. A bad line stops nothing: "
                            + "ask for the fates. A record is known by `source` and `sourceId`: told again it is UNCHANGED, told otherwise it is "
                            + "rejected, for a grant never changes. Codes of rejected lines beside `INVALID_INPUT` and `MALFORMED_BODY`: "
                            + "`SUBJECT_AMBIGUOUS`, `GRANT_INSTRUMENT_UNKNOWN`, `GRANT_KEY_MISSING`, `GRANT_SUM_DIFFERS`, `GRANT_DIFFERS`, "
                            + "`GRANT_SOURCE_RESERVED`.")
    @RequestBody(
            content = {
                @Content(
                        mediaType = ImportFormat.NDJSON_TYPE,
                        schema = @Schema(implementation = GrantLine.class),
                        example =
                                "{\"source\":\"county-subsidy-2019\",\"sourceId\":\"2021-000387\",\"instrument\":\"FLEX_SI_SUBSIDY\",\"idNumber\":\"990099198503150025\",\"basisDate\":\"2021-08-02\",\"amountFen\":89600,\"lines\":[\"2021-06=44800\",\"2021-07=44800\"]}"),
                @Content(
                        mediaType = ImportFormat.CSV_TYPE,
                        schema = @Schema(type = SchemaType.STRING),
                        example =
                                "source,sourceId,instrument,idNumber,basisDate,amountFen,lines,told\ncounty-subsidy-2019,2021-000388,SKILL_UPGRADE_SUBSIDY,990099198503150025,2021-08-02,150000,once=150000,occupation=6-31-01-03|level=L4\n")
            })
    @APIResponseSchema(value = ImportReceipt.class, responseCode = "202", responseDescription = "The receipt")
    @APIResponse(responseCode = "409", description = "`IMPORT_BROKEN_OFF`")
    @APIResponse(
            responseCode = "422",
            description = "`IMPORT_EMPTY`; `IMPORT_LINE_TOO_LONG`; `IMPORT_NOT_UTF8`; `IMPORT_COLUMNS`; `IMPORT_CSV`")
    public Response receive(
            @QueryParam("source")
                    @NotBlank
                    @Size(max = 100)
                    @Parameter(
                            description = "Where the file comes from",
                            example = "county-archive-2021",
                            required = true)
                    String source,
            @Context HttpHeaders headers,
            InputStream file) {
        commands.actor().scope().requireCounty();
        var receipt = imports.receive(
                GrantImport.KIND,
                source,
                ImportFormat.of(headers.getMediaType()),
                file,
                id -> audit.record(commands.actor(), "grants.import", id, source, "one row for the whole file"));
        return Response.accepted(receipt)
                .header("Location", basePath + "/grant-imports/" + receipt.id())
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
    public ImportReceipt read(@PathParam("id") String id) {
        commands.actor().scope().requireCounty();
        return imports.find(GrantImport.KIND, id);
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
            @PathParam("id") String id,
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
        return imports.fates(GrantImport.KIND, id, outcome, afterLine, limit);
    }
}
