package org.leye.platform.http.input;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;

import org.leye.platform.problem.InvalidValueException;
import org.leye.platform.problem.ProblemException;
import org.leye.platform.problem.RequestProblem;
import org.leye.platform.problem.Text;
import org.leye.platform.problem.Violation;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;

/** Turns the complaints of the JSON parser and of bean validation into violations with a pointer, a code and two languages. */
public final class Violations {

    private static final Text WRONG_TYPE = new Text("类型不符", "the value has the wrong type");

    private static final Text REQUIRED = new Text("必填", "this field is required");

    private static final String BODY = "request";

    private Violations() {}

    /** What is wrong with a body that could not be read. */
    public static ProblemException of(JacksonException unreadable) {
        if (!(unreadable instanceof JsonMappingException mapping)
                || mapping.getPath().isEmpty() && !isMismatch(mapping)) {
            var place = unreadable.getLocation();
            return place == null
                    ? RequestProblem.MALFORMED_BODY.problem()
                    : RequestProblem.MALFORMED_BODY.because(
                            "第 %d 行第 %d 列附近", "near line %d, column %d", place.getLineNr(), place.getColumnNr());
        }
        var pointer = mapping.getPath().stream()
                .map(step -> "/"
                        + (step.getFieldName() == null ? String.valueOf(step.getIndex()) : escape(step.getFieldName())))
                .collect(Collectors.joining());
        return RequestProblem.INVALID_INPUT.at(List.of(violation(pointer, mapping)));
    }

    /** What bean validation found. */
    public static List<Violation> of(ConstraintViolationException invalid) {
        return invalid.getConstraintViolations().stream()
                .map(Violations::of)
                .sorted((a, b) -> a.pointer().compareTo(b.pointer()))
                .toList();
    }

    private static boolean isMismatch(JsonMappingException mapping) {
        return mapping instanceof MismatchedInputException;
    }

    private static Violation violation(String pointer, JsonMappingException mapping) {
        for (Throwable cause = mapping; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidValueException invalid) {
                return new Violation(pointer, invalid.code(), invalid.detail());
            }
        }
        return switch (mapping) {
            case UnrecognizedPropertyException unknown ->
                new Violation(
                        pointer,
                        "UNKNOWN_FIELD",
                        Text.of("未知字段", "this field is not known here; known are %s", unknown.getKnownPropertyIds()));
            case InvalidFormatException format
            when format.getTargetType() != null && format.getTargetType().isEnum() ->
                new Violation(
                        pointer,
                        "UNKNOWN_VALUE",
                        Text.of(
                                "取值须为 %s 之一",
                                "must be one of %s",
                                List.of(format.getTargetType().getEnumConstants())));
            case MismatchedInputException mismatch
            when isNullForPrimitive(mismatch) -> new Violation(pointer, "REQUIRED", REQUIRED);
            default -> new Violation(pointer, "WRONG_TYPE", WRONG_TYPE);
        };
    }

    /** A number or flag that is absent or null; the parser has no exception type of its own for it. */
    private static boolean isNullForPrimitive(MismatchedInputException mismatch) {
        return mismatch.getTargetType() != null
                && mismatch.getTargetType().isPrimitive()
                && mismatch.getOriginalMessage().startsWith("Cannot map `null`");
    }

    private static Violation of(ConstraintViolation<?> broken) {
        var annotation = broken.getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        var values = broken.getConstraintDescriptor().getAttributes();
        var pointer = pointer(broken.getPropertyPath());
        return switch (annotation) {
            case "NotNull", "NotBlank", "NotEmpty" -> new Violation(pointer, "REQUIRED", REQUIRED);
            case "Size" ->
                new Violation(
                        pointer, "SIZE", bounds("长度须在 %s 与 %s 之间", "the length must lie between %s and %s", values));
            case "Min" -> new Violation(pointer, "MIN", Text.of("不得小于 %s", "must be at least %s", values.get("value")));
            case "Max" -> new Violation(pointer, "MAX", Text.of("不得大于 %s", "must be at most %s", values.get("value")));
            case "Positive" -> new Violation(pointer, "MIN", Text.of("须大于 0", "must be greater than 0"));
            case "PositiveOrZero" -> new Violation(pointer, "MIN", Text.of("不得小于 0", "must not be negative"));
            case "Pattern" -> new Violation(pointer, "FORMAT", Text.of("格式不符", "must match %s", values.get("regexp")));
            default -> new Violation(pointer, "INVALID", Text.of("取值无效", broken.getMessage()));
        };
    }

    private static Text bounds(String zh, String en, Map<String, Object> values) {
        return Text.of(zh, en, values.get("min"), values.get("max"));
    }

    /**
     * A pointer into the body for what lies in the parameter named request, as all bodies are called here; else the name of the
     * query or header parameter, which may be a field of a group of parameters.
     */
    private static String pointer(Path path) {
        var pointer = new StringBuilder();
        var parameter = BODY;
        for (var step : path) {
            switch (step.getKind()) {
                case PARAMETER -> parameter = step.getName();
                case PROPERTY, CONTAINER_ELEMENT -> pointer.append(stepPointer(step));
                default -> {
                    // the method itself
                }
            }
        }
        if (parameter.equals(BODY)) {
            return pointer.toString();
        }
        return "?" + (pointer.isEmpty() ? parameter : pointer.substring(1));
    }

    private static String stepPointer(Path.Node step) {
        var index = step.getIndex() == null ? "" : "/" + step.getIndex();
        return step.getKind() == ElementKind.PROPERTY ? index + "/" + escape(step.getName()) : index;
    }

    private static String escape(String name) {
        var shortName = name.length() > 100 ? name.substring(0, 100) : name;
        return shortName.replace("~", "~0").replace("/", "~1");
    }
}
