package org.leye.platform.outbox.republish;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.leye.platform.http.command.Answer;
import org.leye.platform.http.command.Commands;
import org.leye.platform.identity.Roles;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Orders to restate what this service stands for. */
@Path("/events/republish")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Events", description = "What this service tells other services")
public class RepublishResource {

    private static final String PATH = "/events/republish/";

    private final Republications republications;
    private final Commands commands;

    RepublishResource(Republications republications, Commands commands) {
        this.republications = republications;
        this.commands = commands;
    }

    /** Which topics. */
    @Schema(description = "Which topics to restate")
    public record Republish(
            @Size(min = 1, max = 20)
            @Schema(description = "Topics of this service; absent for all", examples = "[\"jobmatch.person\"]")
            @Nullable
            List<@NotNull @Size(max = 100) String> topics) {}

    @POST
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            summary = "Restate what this service stands for",
            description =
                    "Tells every fact of the topics again, as ordinary events under new ids, from this service's own tables:"
                            + " so a new or repaired consumer is filled. Those who know a fact take it without effect. Events of today"
                            + " wait for one page of restated ones at most. One order at a time; it goes on after a restart.")
    @APIResponseSchema(value = Republication.class, responseCode = "202", responseDescription = "The order was taken")
    @APIResponse(responseCode = "409", description = "`REPUBLICATION_RUNNING`")
    public Response republish(@HeaderParam("Idempotency-Key") String key, @Valid @NotNull Republish request) {
        return commands.once(
                key,
                request,
                () -> republications.open(request.topics(), commands.actor()),
                opened -> Answer.accepted(PATH + opened.id(), opened));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.ADMIN, Roles.AUDITOR})
    @Operation(summary = "Read how far a republication is", description = "By topic, in the order of work.")
    @APIResponseSchema(value = Republication.class, responseCode = "200", responseDescription = "How far it is")
    @APIResponse(responseCode = "404", description = "`REPUBLICATION_NOT_FOUND`")
    public Republication read(@PathParam("id") String id) {
        return republications.find(id);
    }
}
