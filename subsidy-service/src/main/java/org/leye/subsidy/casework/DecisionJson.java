package org.leye.subsidy.casework;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.subsidy.policy.Evaluation;
import org.leye.subsidy.policy.ReasonCode;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Parts of a stored decision as JSON. Lenient when reading: older decisions may have been written with other fields. */
@ApplicationScoped
class DecisionJson {

    private final ObjectMapper json;

    DecisionJson(ObjectMapper json) {
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
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

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored decision could not be read", e);
        }
    }
}
