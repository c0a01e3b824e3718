package org.leye.subsidy.evaluation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;

import org.leye.platform.http.Language;
import org.leye.platform.http.imports.ImportFormat;
import org.leye.platform.http.imports.NdjsonLines;
import org.leye.platform.http.imports.WaitingLine;
import org.leye.platform.http.input.StrictText;
import org.leye.platform.identity.Roles;
import org.leye.platform.problem.Problem;
import org.leye.platform.problem.ProblemException;
import org.leye.subsidy.rulebook.Rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Questions over HTTP. */
@Path("/evaluations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Evaluations", description = "What anybody would get on any date, and why; nothing is stored")
class EvaluationResource {

    private final Evaluations evaluations;
    private final StrictText strict;
    private final ObjectMapper json;

    EvaluationResource(Evaluations evaluations, StrictText strict, ObjectMapper json) {
        this.evaluations = evaluations;
        this.strict = strict;
        this.json = json;
    }

    @POST
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
            summary = "Evaluate facts",
            description =
                    "What the policy in force on that date says to these facts. A refusal names every condition that failed, and for each the nearest change of a single fact by which it would pass. No policy in force is an answer too: REFUSED, `NO_POLICY_IN_FORCE`.")
    @APIResponseSchema(value = EvaluationView.class, responseCode = "200", responseDescription = "The answer")
    @APIResponse(responseCode = "404", description = "`INSTRUMENT_NOT_FOUND`")
    @APIResponse(responseCode = "409", description = "`POLICY_CONFLICT`: two versions of one level are in force")
    @APIResponse(responseCode = "422", description = "`MODEL_FAILED`: the policy's model has no answer to these facts")
    public EvaluationView evaluate(@Valid @NotNull EvaluationRequest request, @Context HttpHeaders headers) {
        return evaluations.evaluate(evaluations.rules(), request, Language.of(headers));
    }

    /**
     * The answer to one line.
     *
     * @param line number of the line, from 1
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "LineAnswer", description = "The evaluation or the problem of one line")
    public record LineAnswer(
            @Schema(examples = "1") int line,
            @Nullable EvaluationView evaluation,
            @Nullable Problem problem) {}

    @POST
    @Path("/bulk")
    @Consumes(ImportFormat.NDJSON_TYPE)
    @Produces(ImportFormat.NDJSON_TYPE)
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
            summary = "Evaluate many facts",
            description =
                    "One question a line; one answer a line, in the same order, while the questions still come in. A line that cannot be read has its problem, and the others go on.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = ImportFormat.NDJSON_TYPE,
                            schema = @Schema(implementation = EvaluationRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "The answers",
            content =
                    @Content(mediaType = ImportFormat.NDJSON_TYPE, schema = @Schema(implementation = LineAnswer.class)))
    public StreamingOutput evaluateAll(@Context HttpHeaders headers, InputStream questions) {
        var language = Language.of(headers);
        var rules = evaluations.rules();
        return out -> answerAll(questions, rules, language, out);
    }

    private void answerAll(InputStream questions, Rules rules, Locale language, OutputStream out) throws IOException {
        var lines = new NdjsonLines(new BufferedReader(new InputStreamReader(questions, StandardCharsets.UTF_8)));
        for (var line = lines.next(); line != null; line = lines.next()) {
            out.write(json.writeValueAsBytes(answer(line, rules, language)));
            out.write('\n');
        }
    }

    private LineAnswer answer(WaitingLine line, Rules rules, Locale language) {
        try {
            var request = strict.read(EvaluationRequest.class, line.content());
            return new LineAnswer(line.number(), evaluations.evaluate(rules, request, language), null);
        } catch (ProblemException refusal) {
            return new LineAnswer(line.number(), null, Problem.of(refusal, language, "line " + line.number()));
        }
    }
}
