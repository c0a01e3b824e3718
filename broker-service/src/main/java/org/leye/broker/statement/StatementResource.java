package org.leye.broker.statement;

import java.time.YearMonth;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.leye.broker.appointment.Brokers;
import org.leye.platform.identity.Caller;
import org.leye.platform.identity.Roles;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Statements over HTTP. */
@Path("/brokers/{id}/statement")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Statements", description = "What brokers earned")
class StatementResource {

    private final Brokers brokers;
    private final RewardCases rewards;
    private final Caller caller;

    StatementResource(Brokers brokers, RewardCases rewards, Caller caller) {
        this.brokers = brokers;
        this.rewards = rewards;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.BROKER, Roles.VILLAGE, Roles.STATION, Roles.TOWN, Roles.COUNTY, Roles.AUDITOR})
    @Operation(
            summary = "Read a broker's statement",
            description =
                    "The reward cases of the milestones that workers she referred reached in the month, with sums in fen. "
                            + "A broker reads her own.")
    @APIResponseSchema(value = StatementView.class, responseCode = "200", responseDescription = "The statement")
    @APIResponse(responseCode = "404", description = "`BROKER_NOT_FOUND`")
    public StatementView read(
            @PathParam("id") String id,
            @NotNull
                    @QueryParam("month")
                    @Parameter(
                            description = "The month in which the milestones were reached",
                            schema = @Schema(implementation = String.class),
                            example = "2024-03")
                    YearMonth month) {
        var broker = brokers.get(id, caller.scope());
        return StatementView.of(broker.id(), month, rewards.of(broker, month));
    }
}
