package org.leye.subsidy.policy;

import java.util.Objects;

import org.leye.platform.problem.Text;

/**
 * One number, list or switch of a policy version, given to its model under {@code parameters}.
 *
 * @param value as in JSON: string, integer, boolean or list of strings; decimals are strings
 */
public record PolicyParameter(String name, FactType type, Unit unit, Object value, Text label) {

    /** What the number counts. */
    public enum Unit {
        FEN,
        RATE,
        MONTHS,
        DAYS,
        YEARS,
        COUNT,
        NONE
    }

    public PolicyParameter {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(label, "label");
    }
}
