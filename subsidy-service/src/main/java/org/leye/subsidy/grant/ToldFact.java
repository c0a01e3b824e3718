package org.leye.subsidy.grant;

import java.util.regex.Pattern;

import org.leye.platform.problem.InvalidValueException;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A fact or key of a grant that another system made, written {@code level=L4}.
 *
 * <p>Throws {@link InvalidValueException}: TOLD_FACT.
 */
record ToldFact(String name, String content) {

    private static final Pattern SHAPE = Pattern.compile("([a-z][A-Za-z0-9]{0,60})=([^|\\p{Cntrl}\\p{Cs}]{1,200})");

    @JsonCreator
    static ToldFact parse(String text) {
        var parts = SHAPE.matcher(text);
        if (!parts.matches()) {
            throw new InvalidValueException("TOLD_FACT", "事实格式为 level=L4", "a fact is a name, = and a value");
        }
        return new ToldFact(parts.group(1), parts.group(2));
    }

    @Override
    @JsonValue
    public String toString() {
        return name + "=" + content;
    }
}
