package org.leye.platform.http.imports;

import java.util.List;

import org.leye.platform.problem.Problem.FieldProblem;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of one line of a file. */
@Schema(description = "What became of one line of a file")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record LineFate(
        @Schema(description = "1 for the first line", examples = "17")
        int line,

        ImportHandler.Outcome outcome,

        @Schema(description = "The record's key, if it was taken") @Nullable
        String key,

        @Schema(description = "The problem's code, if it was rejected", examples = "INVALID_INPUT") @Nullable
        String code,

        List<FieldProblem> violations) {}
