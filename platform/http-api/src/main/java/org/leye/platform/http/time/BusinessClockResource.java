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
    private final DueWorkTable dueWork;
    private final Commands commands;

    BusinessClockResource(BusinessClock clock, DueWorkTable dueWork, Commands commands) {
        this.clock = clock;
        this.dueWork = dueWork;
        this.commands = commands;
    }

    /** The business date. */
    @Schema(description = "The date to which business time is moved")
    public record BusinessDate(
            @NotNull @Schema(description = "Civil date in Asia/Shanghai", examples = "2024-03-08")
            LocalDate date) {}

    /** The business date, and how far the work that falls due has come. */
    @Schema(description = "Business time of one service")
    public record BusinessTime(
            @Schema(description = "Civil date in Asia/Shanghai", examples = "2024-03-08")
            LocalDate date,

            @Schema(
                    description =
                            "What fell due up to this day is done; after a move it follows the date within seconds, day by day",
                    examples = "2024-03-08")
            LocalDate workedThrough) {}

    @GET
    @RolesAllowed({Roles.COUNTY, Roles.AUDITOR, Roles.ADMIN})
    @Operation(
            summary = "Read business time",
            description =
                    "The date by which this service applies rules today, and the day up to which all that fell due is done.")
    public BusinessTime read() {
        return commands.inTransaction(this::now);
    }

    @POST
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            summary = "Move business time (sandbox only)",
            description =
                    "Moves the date forward. What falls due in between is done behind the answer, day by day and in order: ask until "
                            + "`workedThrough` has come to the date. Repeating a move changes nothing.")
    public BusinessTime move(@Valid @NotNull BusinessDate request) {
        if (!clock.isSandbox()) {
            throw BusinessClockProblem.CLOCK_FOLLOWS_CALENDAR.problem();
        }
        return commands.inTransaction(() -> {
            if (request.date().isBefore(clock.today())) {
                throw BusinessClockProblem.CLOCK_NEVER_GOES_BACK.because(
                        "当前业务日期为 %s", "business time is already %s", clock.today());
            }
            clock.advanceTo(request.date());
            return now();
        });
    }

    private BusinessTime now() {
        var date = clock.today();
        return new BusinessTime(date, dueWork.workedThrough().orElse(date.minusDays(1)));
    }
}
