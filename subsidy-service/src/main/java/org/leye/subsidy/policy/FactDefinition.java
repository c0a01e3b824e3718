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
 * @param min lowest INTEGER or DECIMAL; 0 if nothing is said
 * @param max highest INTEGER or DECIMAL
 * @param fields the fields of a RECORD, or of each entry of a RECORD_LIST
 * @param fixed whether nobody can change it, such as a date of birth; no remedy proposes to
 * @param notAfterBasis whether a DATE or MONTH after the basis date is absurd
 * @param distinctBy fields of a RECORD_LIST that together name an entry only once, such as the month
 * @param from where the service itself takes a value of the history from; null for facts, and for what it does not know
 */
public record FactDefinition(
        String name,
        FactType type,
        Text label,
        Boolean optional,
        List<String> oneOf,
        @Nullable Long min,
        @Nullable Long max,
        List<FactDefinition> fields,
        Boolean fixed,
        Boolean notAfterBasis,
        List<String> distinctBy,
        @Nullable HistorySource from) {

    private static final long LARGEST = 10_000_000_000_000L;

    public FactDefinition {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(label, "label");
        optional = optional == null ? Boolean.FALSE : optional;
        oneOf = oneOf == null ? List.of() : List.copyOf(oneOf);
        fields = fields == null ? List.of() : List.copyOf(fields);
        fixed = fixed == null ? Boolean.FALSE : fixed;
        distinctBy = distinctBy == null ? List.of() : List.copyOf(distinctBy);
        notAfterBasis = notAfterBasis == null ? Boolean.FALSE : notAfterBasis;
    }

    /** One that only a caller tells. */
    public FactDefinition(
            String name,
            FactType type,
            Text label,
            Boolean optional,
            List<String> oneOf,
            @Nullable Long min,
            @Nullable Long max,
            List<FactDefinition> fields,
            Boolean fixed,
            Boolean notAfterBasis,
            List<String> distinctBy) {
        this(name, type, label, optional, oneOf, min, max, fields, fixed, notAfterBasis, distinctBy, null);
    }

    /** The lowest number that is taken. */
    public long lowest() {
        return min == null ? 0 : min;
    }

    /** The highest number that is taken: where nothing is said, a hundred billion yuan, beyond which lies a slip of the pen. */
    public long highest() {
        return max == null ? LARGEST : max;
    }
}
