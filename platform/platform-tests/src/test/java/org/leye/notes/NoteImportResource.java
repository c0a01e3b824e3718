package org.leye.notes;

import java.io.InputStream;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
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

import org.leye.platform.http.imports.ImportFormat;
import org.leye.platform.http.imports.ImportHandler.Outcome;
import org.leye.platform.http.imports.ImportReceipt;
import org.leye.platform.http.imports.Imports;
import org.leye.platform.http.imports.LineFate;
import org.leye.platform.identity.Roles;

import org.jspecify.annotations.Nullable;

@Path("/notes-by-file")
@Produces(MediaType.APPLICATION_JSON)
public class NoteImportResource {

    private final Imports imports;

    NoteImportResource(Imports imports) {
        this.imports = imports;
    }

    @POST
    @Consumes({ImportFormat.NDJSON_TYPE, ImportFormat.CSV_TYPE})
    @RolesAllowed(Roles.COUNTY)
    public Response receive(@Context HttpHeaders headers, InputStream file) {
        var format = ImportFormat.of(headers.getMediaType());
        return Response.accepted(imports.receive(NoteImport.KIND, "test", format, file, id -> {}))
                .build();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Roles.COUNTY)
    public ImportReceipt read(@PathParam("id") String id) {
        return imports.find(NoteImport.KIND, id);
    }

    @GET
    @Path("/{id}/fates")
    @RolesAllowed(Roles.COUNTY)
    public List<LineFate> fates(
            @PathParam("id") String id,
            @QueryParam("outcome") @Nullable Outcome outcome,
            @QueryParam("afterLine") @DefaultValue("0") int afterLine,
            @QueryParam("limit") @DefaultValue("500") int limit) {
        return imports.fates(NoteImport.KIND, id, outcome, afterLine, limit);
    }
}
