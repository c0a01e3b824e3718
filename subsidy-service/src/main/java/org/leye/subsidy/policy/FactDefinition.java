package org.leye.subsidy.policy;

import java.util.List;
import java.util.Objects;

import org.leye.platform.problem.Text;

import org.jspecify.annotations.Nullable;

/**
 * One fact that a policy asks for.
 *
 * @param label what it means, and for counts over which window
 * @param optional may be absent; the model then sees null
 * @param oneOf the closed list of values of a TEXT or of the entries of a TEXT_LIST; empty means any text
 * @param min lowest INTEGER
 * @param max highest INTEGER
 * @param fields the fields of each entry of a RECORD_LIST
 */
public record FactDefinition(
        String name,
        FactType type,
        Text label,
        Boolean optional,
        List<String> oneOf,
        @Nullable Long min,
        @Nullable Long max,
        List<FactDefinition> fields) {

    public FactDefinition {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(label, "label");
        optional = optional == null ? Boolean.FALSE : optional;
        oneOf = oneOf == null ? List.of() : List.copyOf(oneOf);
        fields = fields == null ? List.of() : List.copyOf(fields);
    }
}
