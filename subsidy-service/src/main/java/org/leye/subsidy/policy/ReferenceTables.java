package org.leye.subsidy.policy;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The dated tables that models may read, by name. */
public final class ReferenceTables {

    public static final ReferenceTables NONE = new ReferenceTables(Map.of());

    private final Map<String, ReferenceTable> byName;

    private ReferenceTables(Map<String, ReferenceTable> byName) {
        this.byName = byName;
    }

    /** These tables; two of one name are refused with DOCUMENT_INVALID. */
    public static ReferenceTables of(Collection<ReferenceTable> tables) {
        return new ReferenceTables(tables.stream()
                .collect(Collectors.toUnmodifiableMap(ReferenceTable::name, Function.identity(), (one, other) -> {
                    throw PolicyProblem.DOCUMENT_INVALID.because("重复的表 %s", "Two tables %s", other.name());
                })));
    }

    /** The tables that come with the service. */
    public static ReferenceTables fromResources() {
        return of(ShippedPolicies.tables().stream().map(TableDocument::table).toList());
    }

    public Optional<ReferenceTable> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public Collection<ReferenceTable> all() {
        return byName.values();
    }
}
