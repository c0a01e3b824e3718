package org.leye.platform.http.datakey;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.leye.platform.http.command.Answer;
import org.leye.platform.http.command.Commands;
import org.leye.platform.identity.Roles;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The data keys of this service, for who changes them. */
@Path("/data-keys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Data keys", description = "The keys under which names, numbers and accounts are sealed")
public class DataKeyResource {

    private final DataKeys keys;
    private final Commands commands;

    DataKeyResource(DataKeys keys, Commands commands) {
        this.keys = keys;
        this.commands = commands;
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
                            + "answers the run that is going on. Calling it again does no harm; each call is in the audit trail.")
    @APIResponseSchema(
            value = DataKeysView.Run.class,
            responseCode = "200",
            responseDescription = "The run as it is now; look at the data keys to learn how far it is")
    @APIResponse(responseCode = "409", description = "`IDEMPOTENCY_KEY_REUSED`; `REQUEST_IN_PROGRESS`")
    public Response sealAnew(@HeaderParam("Idempotency-Key") String key) {
        return commands.once(key, "", () -> keys.sealAnew(commands.actor()), run -> Answer.ok(null, run));
    }
}
