package org.leye.platform.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;

import org.leye.platform.identity.BusinessZone;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which rows an auditor wants to read. */
public class RowFilter {

    private static final String KEY = "[A-Za-z0-9_.:@-]{1,100}";

    @QueryParam("subject")
    @Pattern(regexp = KEY)
    @Parameter(
            description = "Key or id of a record; never a number of a person",
            example = "per_5q0c1hv7d2s8k3m6n9p4r1t0ag")
    @Nullable
    String subject;

    @QueryParam("actor")
    @Pattern(regexp = KEY)
    @Parameter(description = "The subject of somebody's tokens", example = "8c2f6a50-2f0e-4c5e-9a55-2f64a1f8d0c3")
    @Nullable
    String actor;

    @QueryParam("from")
    @Parameter(
            description = "The first day, in Asia/Shanghai",
            schema = @Schema(implementation = String.class),
            example = "2026-11-01")
    @Nullable
    LocalDate from;

    @QueryParam("to")
    @Parameter(
            description = "The last day, in Asia/Shanghai",
            schema = @Schema(implementation = String.class),
            example = "2026-11-30")
    @Nullable
    LocalDate to;

    /** The same as conditions of a query, each with one parameter. */
    List<Condition> conditions() {
        var conditions = new ArrayList<Condition>();
        if (subject != null) {
            conditions.add(new Condition("subject = ?", subject));
        }
        if (actor != null) {
            conditions.add(new Condition("actor = ?", actor));
        }
        if (from != null) {
            conditions.add(new Condition("at >= ?", startOf(from)));
        }
        if (to != null) {
            conditions.add(new Condition("at < ?", startOf(to.plusDays(1))));
        }
        return conditions;
    }

    /** Part of a query. */
    record Condition(String sql, Object value) {}

    /** What the trail says was looked for. */
    @Override
    public String toString() {
        return "subject " + subject + ", actor " + actor + ", from " + from + ", to " + to;
    }

    private static Object startOf(LocalDate day) {
        return day.atStartOfDay(BusinessZone.ID).toOffsetDateTime();
    }
}
