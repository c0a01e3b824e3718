package org.leye.platform.http.time;

import java.time.LocalDate;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.leye.platform.http.command.Commands;
import org.leye.platform.identity.Roles;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Business time of this service. */
@Path("/business-clock")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Business clock", description = "The date by which rules are applied")
public class BusinessClockResource {

    private final BusinessClock clock;
    private final Commands commands;

    BusinessClockResource(BusinessClock clock, Commands commands) {
        this.clock = clock;
        this.commands = commands;
    }

    /** The business date. */
    @Schema(description = "Business time of one service")
    public record BusinessDate(
            @NotNull @Schema(description = "Civil date in Asia/Shanghai", examples = "2024-03-08")
            LocalDate date) {}

    @GET
    @RolesAllowed({Roles.COUNTY, Roles.AUDITOR, Roles.ADMIN})
    @Operation(summary = "Read business time", description = "The date by which this service applies rules today.")
    public BusinessDate read() {
        return new BusinessDate(clock.today());
    }

    @POST
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            summary = "Move business time (sandbox only)",
            description =
                    "Moves the date forward; work that falls due in between is done day by day. Repeating a move changes nothing.")
    public BusinessDate move(@Valid @NotNull BusinessDate request) {
        if (!clock.isSandbox()) {
            throw BusinessClockProblem.CLOCK_FOLLOWS_CALENDAR.problem();
        }
        return commands.inTransaction(() -> {
            if (request.date().isBefore(clock.today())) {
                throw BusinessClockProblem.CLOCK_NEVER_GOES_BACK.because(
                        "当前业务日期为 %s", "business time is already %s", clock.today());
            }
            return new BusinessDate(clock.advanceTo(request.date()));
        });
    }
}
