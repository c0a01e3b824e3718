package org.leye.subsidy.policy;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.leye.platform.problem.ProblemException;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.jspecify.annotations.Nullable;

/**
 * One version of one policy as one document. Never changes; a new text is a new document with a new id.
 *
 * @param terms what policy.json says
 * @param json policy.json as it was read
 * @param model model.dmn as it was read: DMN 1.5, not yet guarded or compiled
 * @param parameters by name, in the form the model calculates with
 * @param sha256 of json and model together; whatever is computed from the document is kept under it
 */
public record PolicyDocument(
        PolicyTerms terms, String json, String model, Map<String, @Nullable Object> parameters, String sha256) {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    public PolicyDocument {
        Objects.requireNonNull(terms, "terms");
        Objects.requireNonNull(sha256, "sha256");
    }

    /** Of two with one hash and one last day all else is the same, too; the examples need not be compared. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PolicyDocument document
                && document.sha256.equals(sha256)
                && Objects.equals(document.terms.effectiveTo(), terms.effectiveTo());
    }

    @Override
    public int hashCode() {
        return sha256.hashCode();
    }

    /** Reads a document. Refuses with DOCUMENT_INVALID; the model is checked when it is first used. */
    public static PolicyDocument parse(String json, String model) {
        try {
            var terms = MAPPER.readValue(json, PolicyTerms.class);
            return new PolicyDocument(terms, json, model, read(terms.parameters()), sha256(json, model));
        } catch (JsonProcessingException invalid) {
            throw invalid(invalid);
        }
    }

    /** Reads a dated table. Refuses with DOCUMENT_INVALID. */
    static ReferenceTable table(String json) {
        try {
            return MAPPER.readValue(json, ReferenceTable.class);
        } catch (JsonProcessingException invalid) {
            throw invalid(invalid);
        }
    }

    /** The hash of a text. */
    public static String sha256(String json, String model) {
        return Fingerprint.of(json, model);
    }

    /** The same text, in force no longer than to a last day that was set after its publication; null changes nothing. */
    public PolicyDocument until(@Nullable LocalDate last) {
        return last == null || last.equals(terms.effectiveTo())
                ? this
                : new PolicyDocument(terms.until(last), json, model, parameters, sha256);
    }

    /** With the place in the text. */
    private static ProblemException invalid(JsonProcessingException invalid) {
        var place = invalid instanceof JsonMappingException mapping
                ? mapping.getPath().stream()
                        .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : step.getFieldName()))
                        .collect(Collectors.joining())
                : "";
        var what = invalid.getOriginalMessage();
        return PolicyProblem.DOCUMENT_INVALID.at(place, "NOT_VALID", "%s", "%s", what);
    }

    public String id() {
        return terms.id();
    }

    public String instrument() {
        return terms.instrument();
    }

    private static Map<String, @Nullable Object> read(List<PolicyParameter> parameters) {
        var shapes = parameters.stream()
                .map(each -> new FactDefinition(
                        each.name(),
                        each.type(),
                        each.label(),
                        false,
                        List.of(),
                        null,
                        null,
                        List.of(),
                        true,
                        false,
                        List.of()))
                .toList();
        var given = new LinkedHashMap<String, Object>();
        parameters.forEach(each -> given.put(each.name(), each.value()));
        return FactReader.read(shapes, given, "/parameters", null).forModel();
    }
}
