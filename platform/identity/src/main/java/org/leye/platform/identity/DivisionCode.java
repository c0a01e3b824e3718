package org.leye.platform.identity;

import java.util.regex.Pattern;

import org.leye.platform.problem.InvalidValueException;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * An administrative division: 6 digits for a county, 9 for a town or street, 12 for a village or community.
 * A longer code that starts with a shorter one lies inside it.
 *
 * <p>Throws {@link InvalidValueException}: DIVISION_CODE. Source: GB/T 2260, domain.md C.4.
 */
public record DivisionCode(@JsonValue String value) {

    private static final Pattern SHAPE = Pattern.compile("[1-9]\\d{5}(\\d{3}(\\d{3})?)?");

    public DivisionCode {
        if (!SHAPE.matcher(value).matches()) {
            throw new InvalidValueException(
                    "DIVISION_CODE", "区划代码须为 6、9 或 12 位数字", "a division code has 6, 9 or 12 digits");
        }
    }

    @JsonCreator
    public static DivisionCode parse(String text) {
        return new DivisionCode(text);
    }

    public boolean contains(DivisionCode other) {
        return other.value.startsWith(value);
    }

    /** The town or street this place lies in; the place itself if it is a county. */
    public DivisionCode town() {
        return value.length() > 9 ? new DivisionCode(value.substring(0, 9)) : this;
    }

    @Override
    public String toString() {
        return value;
    }
}
