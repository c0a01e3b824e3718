package org.leye.subsidy.decision;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.subsidy.policy.Evaluation;
import org.leye.subsidy.policy.ReasonCode;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import org.jspecify.annotations.Nullable;

/** Parts of a stored decision as JSON. Lenient when reading: older decisions may have been written with other fields. */
@ApplicationScoped
public class DecisionJson {

    private final ObjectMapper json;

    DecisionJson(ObjectMapper json) {
        this.json = json.copy()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    }

    byte[] bytes(Object request) {
        return write(request).getBytes(StandardCharsets.UTF_8);
    }

    String write(Object part) {
        try {
            return json.writeValueAsString(part);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a decision could not be written as JSON", e);
        }
    }

    List<Evaluation.Line> lines(String text) {
        return read(text, new TypeReference<>() {});
    }

    List<Evaluation.Predicate> predicates(String text) {
        return read(text, new TypeReference<>() {});
    }

    List<ReasonCode> reasons(String text) {
        return read(text, new TypeReference<>() {});
    }

    List<Evaluation.Version> versions(String text) {
        return read(text, new TypeReference<>() {});
    }

    Map<String, String> keys(String text) {
        return read(text, new TypeReference<>() {});
    }

    /** As maps, lists and plain values. */
    @Nullable
    Object plain(@Nullable String text) {
        return text == null ? null : read(text, new TypeReference<Object>() {});
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored decision could not be read", e);
        }
    }
}
