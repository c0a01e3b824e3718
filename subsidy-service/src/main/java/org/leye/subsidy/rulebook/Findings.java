package org.leye.subsidy.rulebook;

import java.util.List;
import java.util.Locale;

import org.leye.platform.problem.Problem;
import org.leye.platform.problem.Violation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What keeps a draft from being published. */
@Schema(name = "PolicyFindings", description = "What keeps a draft from being published")
public record Findings(
        @Schema(description = "Whether a second officer may publish it")
        boolean publishable,

        @Schema(description = "Each with a pointer into the file")
        List<Problem.FieldProblem> findings) {

    static Findings of(List<Violation> violations, Locale language) {
        return new Findings(
                violations.isEmpty(),
                violations.stream()
                        .map(each -> new Problem.FieldProblem(
                                each.pointer(), each.code(), each.detail().in(language)))
                        .toList());
    }
}
