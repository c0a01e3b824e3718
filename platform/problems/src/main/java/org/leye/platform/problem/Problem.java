package org.leye.platform.problem;

import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * The body of every answer that is not a success, {@code application/problem+json} (RFC 9457).
 *
 * @param type relative reference that names the kind of problem
 * @param code the same as a stable constant
 * @param instance names this request; support finds its log lines by it
 * @param violations the fields at fault, if the problem lies in the input
 */
@JsonPropertyOrder({"type", "code", "title", "status", "detail", "instance", "violations"})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String code,
        String title,
        int status,
        String detail,
        String instance,
        List<FieldProblem> violations) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /** One field at fault. */
    public record FieldProblem(String pointer, String code, String detail) {}

    public static Problem of(ProblemException refusal, Locale language, String requestId) {
        var type = refusal.type();
        var fields = refusal.violations().stream()
                .map(field -> new FieldProblem(
                        field.pointer(), field.code(), field.detail().in(language)))
                .toList();
        return new Problem(
                type.reference(),
                type.name(),
                type.kind().title().in(language),
                type.kind().status(),
                refusal.detail().in(language),
                "/requests/" + requestId,
                fields);
    }
}
