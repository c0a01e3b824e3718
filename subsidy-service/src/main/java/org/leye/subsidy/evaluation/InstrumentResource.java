package org.leye.subsidy.evaluation;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.leye.platform.http.Language;
import org.leye.platform.identity.Roles;
import org.leye.subsidy.policy.PolicyCatalogue;
import org.leye.subsidy.policy.PolicyDocument;
import org.leye.subsidy.rulebook.Rulebook;
import org.leye.subsidy.rulebook.RulebookProblem;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Instruments over HTTP. */
@Path("/instruments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Instruments", description = "What the law offers, since when, and which facts it asks for")
class InstrumentResource {

    private static final Comparator<PolicyDocument> OLDEST_FIRST = Comparator.comparing(
                    (PolicyDocument policy) -> policy.terms().effectiveFrom())
            .thenComparing(PolicyDocument::id);

    private final Rulebook rulebook;

    InstrumentResource(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    @GET
    @RolesAllowed({
        Roles.COUNTY,
        Roles.TOWN,
        Roles.VILLAGE,
        Roles.REVIEWER,
        Roles.FINANCE,
        Roles.AUDITOR,
        Roles.CITIZEN,
        Roles.EMPLOYER,
        Roles.FOUNDER,
        Roles.BROKER,
        Roles.SYSTEM
    })
    @Operation(summary = "List instruments", description = "Every instrument with its versions.")
    public List<InstrumentView> list(@Context HttpHeaders headers) {
        var language = Language.of(headers);
        var catalogue = rulebook.current().catalogue();
        return catalogue.documents().stream().map(PolicyDocument::instrument).distinct().sorted().toList().stream()
                .map(code -> view(versions(catalogue, code), null, language))
                .toList();
    }

    @GET
    @Path("/{code}")
    @RolesAllowed({
        Roles.COUNTY,
        Roles.TOWN,
        Roles.VILLAGE,
        Roles.REVIEWER,
        Roles.FINANCE,
        Roles.AUDITOR,
        Roles.CITIZEN,
        Roles.EMPLOYER,
        Roles.FOUNDER,
        Roles.BROKER,
        Roles.SYSTEM
    })
    @Operation(
            summary = "Read an instrument",
            description =
                    "With the JSON Schemas of the facts and the history that the version in force on a day asks for, and an example to send; without a day, of the newest version. `asks` is null when no version is in force on the day.")
    @APIResponseSchema(value = InstrumentView.class, responseCode = "200", responseDescription = "The instrument")
    @APIResponse(responseCode = "404", description = "`INSTRUMENT_NOT_FOUND`")
    @APIResponse(responseCode = "409", description = "`POLICY_CONFLICT`: two versions of one level are in force")
    public InstrumentView read(
            @PathParam("code") @Parameter(description = "Its code", example = "UI_RETENTION_REFUND") String code,
            @QueryParam("on") @Parameter(description = "The day", example = "2022-09-01") @Nullable LocalDate on,
            @Context HttpHeaders headers) {
        var catalogue = rulebook.current().catalogue();
        var versions = versions(catalogue, code);
        if (versions.isEmpty()) {
            throw RulebookProblem.INSTRUMENT_NOT_FOUND.problem();
        }
        var asked =
                on == null ? versions.getLast() : catalogue.inForce(code, on).orElse(null);
        return view(versions, asked, Language.of(headers));
    }

    private static List<PolicyDocument> versions(PolicyCatalogue catalogue, String code) {
        return catalogue.documents().stream()
                .filter(policy -> policy.instrument().equals(code))
                .sorted(OLDEST_FIRST)
                .toList();
    }

    private static InstrumentView view(List<PolicyDocument> versions, @Nullable PolicyDocument asked, Locale language) {
        var newest = versions.getLast().terms();
        return new InstrumentView(
                newest.instrument(),
                newest.title().in(language),
                newest.dateBasis(),
                newest.fund(),
                versions.stream()
                        .map(policy -> EvaluationView.VersionView.of(policy.terms(), policy.sha256(), language))
                        .toList(),
                asked == null ? null : InstrumentView.Questions.of(asked, language));
    }
}
