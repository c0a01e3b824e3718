package org.leye.platform.http.changes;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.leye.platform.http.paging.Cursors;
import org.leye.platform.http.paging.PageRequest;
import org.leye.platform.identity.Caller;
import org.leye.platform.identity.Roles;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The change feed of this service. */
@Path("/changes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Changes", description = "What changed, for systems that keep a copy")
public class ChangesResource {

    private static final String CURSOR = "changes";

    private final ChangeTable table;
    private final Cursors cursors;
    private final Caller caller;
    private final String basePath;

    ChangesResource(
            ChangeTable table,
            Cursors cursors,
            Caller caller,
            @ConfigProperty(name = "quarkus.rest.path") String basePath) {
        this.table = table;
        this.cursors = cursors;
        this.caller = caller;
        this.basePath = basePath;
    }

    @GET
    @RolesAllowed({Roles.COUNTY, Roles.AUDITOR})
    @Operation(
            summary = "Read what changed",
            description =
                    "From the beginning, or after the cursor of an earlier answer. A record stands once, at its latest change, so that"
                            + " reading from the beginning finds every record. No change is ever missed, however late its"
                            + " transaction commits; a record may be met again. For callers whose region is the whole county.")
    @APIResponseSchema(value = ChangePage.class, responseDescription = "A page of changes and the cursor behind it")
    @APIResponse(
            responseCode = "400",
            description =
                    "`INVALID_CURSOR`, also for a cursor from before a restore of the database: begin again without one")
    @APIResponse(responseCode = "403", description = "`FORBIDDEN`; `OUT_OF_SCOPE`")
    public ChangePage read(
            @QueryParam("resource")
                    @Pattern(regexp = "[a-z][a-z-]{0,59}")
                    @Parameter(description = "Only changes of this collection", example = "postings")
                    @Nullable
                    String resource,
            @Valid @BeanParam PageRequest page) {
        var after = page.after() == null
                ? ChangeTable.Position.START
                : ChangeTable.Position.parse(cursors.decode(CURSOR, page.after()));
        // One more than asked for tells whether there is more.
        var found = table.read(caller.scope(), resource, after, page.limit() + 1);
        var shown = found.subList(0, Math.min(page.limit(), found.size()));
        var next = shown.isEmpty() ? after : shown.getLast().position();
        return new ChangePage(
                shown.stream().map(this::view).toList(),
                cursors.encode(CURSOR, next.toString()),
                found.size() > page.limit());
    }

    private Change view(ChangeTable.Row row) {
        var href = basePath + "/" + row.resource() + "/" + row.id();
        return new Change(row.resource(), row.id(), href, row.deleted(), row.changedAt());
    }
}
