package org.leye.platform.http.input;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;

import org.leye.platform.problem.RequestProblem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads a line as strictly as the body of a request. */
@ApplicationScoped
public class StrictText {

    private final ObjectMapper json;
    private final Validator validator;

    StrictText(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /** Refuses with INVALID_INPUT, naming every field at fault. */
    public <T> T read(Class<T> type, String text) {
        try {
            var record = json.readValue(text, type);
            if (record == null) {
                throw RequestProblem.INVALID_INPUT.problem();
            }
            var broken = validator.validate(record);
            if (!broken.isEmpty()) {
                throw RequestProblem.INVALID_INPUT.at(Violations.of(new ConstraintViolationException(broken)));
            }
            return record;
        } catch (JacksonException unreadable) {
            throw Violations.of(unreadable);
        }
    }
}
