package org.leye.subsidy.evaluation;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.leye.platform.http.Language;
import org.leye.platform.identity.Roles;
import org.leye.subsidy.policy.Confidence;
import org.leye.subsidy.policy.ExpenditureKind;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Expenditure without a rule, over HTTP. */
@Path("/expenditure-kinds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Instruments", description = "What the law offers, since when, and which facts it asks for")
class ExpenditureKindResource {

    private final List<ExpenditureKind> kinds = ExpenditureKind.fromResources();

    /** An expenditure kind as callers see it. */
    @Schema(
            name = "ExpenditureKind",
            description = "Money that a fund books beside the instruments; there is no rule for it")
    public record View(
            @Schema(examples = "FUNERAL_PAYMENT") String code,
            @Schema(examples = "领取失业保险金人员死亡丧葬补助金") String title,

            @Schema(examples = "UNEMPLOYMENT_INSURANCE_FUND")
            String fund,

            Confidence confidence,
            String source) {}

    @GET
    @RolesAllowed({Roles.COUNTY, Roles.TOWN, Roles.REVIEWER, Roles.FINANCE, Roles.AUDITOR, Roles.SYSTEM})
    @Operation(
            summary = "List expenditure kinds",
            description =
                    "Money that a fund books beside the instruments. No text of a rule is supplied for it, so nothing is decided under it.")
    public List<View> list(@Context HttpHeaders headers) {
        var language = Language.of(headers);
        return kinds.stream()
                .map(kind ->
                        new View(kind.code(), kind.title().in(language), kind.fund(), kind.confidence(), kind.source()))
                .toList();
    }
}
