package org.leye.platform.http.datakey;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.leye.platform.http.command.Commands;
import org.leye.platform.identity.Caller;
import org.leye.platform.identity.Roles;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The data keys of this service, for who changes them. */
@Path("/data-keys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Data keys", description = "The keys under which names, numbers and accounts are sealed")
public class DataKeyResource {

    private final DataKeys keys;
    private final Commands commands;
    private final Caller caller;

    DataKeyResource(DataKeys keys, Commands commands, Caller caller) {
        this.keys = keys;
        this.commands = commands;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            summary = "See which data keys are in use",
            description =
                    "Counts the sealed values by key, column by column. It reads whole tables: a call for the hour of a "
                            + "change of keys, not for a dashboard.")
    public DataKeysView read() {
        return keys.read();
    }

    @POST
    @Path("/resealing")
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            summary = "Seal everything anew",
            description =
                    "Starts to bring every sealed value under the newest key, in the background and in small batches, or "
                            + "answers the run that is going on. Calling it again does no harm.")
    public DataKeysView.Run sealAnew() {
        return commands.inTransaction(() -> keys.sealAnew(caller.actor()));
    }
}
