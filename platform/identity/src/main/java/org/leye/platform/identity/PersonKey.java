package org.leye.platform.identity;

import java.util.regex.Pattern;

import org.leye.platform.problem.InvalidValueException;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Names a person in every service, event and URL without naming her: {@code per_} and 26 characters. Made by {@link PersonKeys}.
 *
 * <p>Throws {@link InvalidValueException}: PERSON_KEY.
 */
public record PersonKey(@JsonValue String value) {

    private static final Pattern SHAPE = Pattern.compile("per_[0-9a-v]{26}");

    public PersonKey {
        if (!SHAPE.matcher(value).matches()) {
            throw new InvalidValueException("PERSON_KEY", "人员标识无效", "a person key is per_ and 26 characters");
        }
    }

    @JsonCreator
    public static PersonKey parse(String text) {
        return new PersonKey(text);
    }

    @Override
    public String toString() {
        return value;
    }
}
