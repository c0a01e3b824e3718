package org.leye.subsidy.rulebook;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.leye.platform.http.Language;
import org.leye.platform.http.command.Answer;
import org.leye.platform.http.command.Commands;
import org.leye.platform.identity.Caller;
import org.leye.platform.identity.Roles;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Dated tables over HTTP. */
@Path("/reference-tables")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Reference tables",
        description = "Minimum wage, loan prime rate, retirement ages: what changes on days of its own")
class TableResource {

    private final TableVersions versions;
    private final RuleTexts texts;
    private final TableService tables;
    private final Commands commands;
    private final Caller caller;

    TableResource(TableVersions versions, RuleTexts texts, TableService tables, Commands commands, Caller caller) {
        this.versions = versions;
        this.texts = texts;
        this.tables = tables;
        this.commands = commands;
        this.caller = caller;
    }

    @GET
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
    @Operation(summary = "List dated tables", description = "Those that hold, with all their rows.")
    public List<TableView> list(@Context HttpHeaders headers) {
        return views(versions.published().stream(), Language.of(headers));
    }

    @GET
    @Path("/drafts")
    @RolesAllowed({Roles.COUNTY, Roles.REVIEWER, Roles.FINANCE, Roles.AUDITOR})
    @Operation(summary = "List drafts of tables", description = "Those that wait for a second officer.")
    public List<TableView> drafts(@Context HttpHeaders headers) {
        return views(versions.drafts().stream(), Language.of(headers));
    }

    @POST
    @RolesAllowed(Roles.COUNTY)
    @Operation(
            summary = "Draft a dated table",
            description =
                    "The table as a whole, with the rows it had and the new one. The one in force stays until publication.")
    @APIResponseSchema(value = TableView.class, responseCode = "201", responseDescription = "The draft")
    @APIResponse(responseCode = "409", description = "`IDEMPOTENCY_KEY_REUSED`; `REQUEST_IN_PROGRESS`")
    @APIResponse(responseCode = "422", description = "`DOCUMENT_INVALID`: with the place in the file")
    public Response draft(
            @HeaderParam("Idempotency-Key") String key, @Valid @NotNull TableFile file, @Context HttpHeaders headers) {
        return commands.once(
                key,
                file,
                () -> tables.draft(file.document(), caller.actor()),
                version -> Answer.created(
                        "/reference-tables/" + version.id(), version.version(), view(version, Language.of(headers))));
    }

    @POST
    @Path("/{id}/publication")
    @RolesAllowed({Roles.COUNTY, Roles.REVIEWER})
    @Operation(
            summary = "Publish a dated table",
            description =
                    "By an officer who did not write it. Every worked example of every published policy that reads the table must come out as before.")
    @APIResponseSchema(value = TableView.class, responseCode = "200", responseDescription = "The table")
    @APIResponse(responseCode = "403", description = "`AUTHOR_MAY_NOT_PUBLISH`; `OUT_OF_SCOPE`; `FORBIDDEN`")
    @APIResponse(responseCode = "404", description = "`TABLE_NOT_FOUND`")
    @APIResponse(
            responseCode = "409",
            description = "`POLICY_NOT_A_DRAFT`; `IDEMPOTENCY_KEY_REUSED`; `REQUEST_IN_PROGRESS`")
    @APIResponse(responseCode = "422", description = "`NOT_PUBLISHABLE`: with everything that was found")
    public Response publish(
            @PathParam("id") @Parameter(description = "Of the draft", example = "tab_06qk3v0g1rvs3e7m2k0c9d4b5a")
                    String id,
            @HeaderParam("Idempotency-Key") String key,
            @Valid @NotNull PublishPolicy request,
            @Context HttpHeaders headers) {
        return commands.once(
                key,
                request,
                () -> tables.publish(versions.get(id), request.reason(), caller.actor()),
                version -> Answer.ok(version.version(), view(version, Language.of(headers))));
    }

    private List<TableView> views(Stream<TableVersion> found, Locale language) {
        return found.map(version -> view(version, language)).toList();
    }

    private TableView view(TableVersion version, Locale language) {
        return TableView.of(version, texts.table(version.textHash()), language);
    }
}
