package org.leye.subsidy.policy;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What a policy is asked.
 *
 * @param on the basis date, by which the version was picked and dated tables are read
 * @param facts about the case, as listed in the document
 * @param history about other cases, as listed in the document
 */
public record Question(
        LocalDate on, Map<String, ? extends @Nullable Object> facts, Map<String, ? extends @Nullable Object> history) {

    public Question {
        Objects.requireNonNull(on, "on");
        Objects.requireNonNull(facts, "facts");
        Objects.requireNonNull(history, "history");
    }

    /** The same without what a version does not ask for. */
    public Question of(PolicyTerms terms) {
        var known = declared(facts, terms.facts());
        if (terms.unitsFact() != null && known.get(terms.unitsFact()) instanceof List<?> units) {
            known.put(
                    terms.unitsFact(),
                    units.stream()
                            .map(unit -> unit instanceof Map<?, ?> record ? declared(record, terms.units()) : unit)
                            .toList());
        }
        return new Question(on, known, declared(history, terms.history()));
    }

    private static Map<String, @Nullable Object> declared(Map<?, ?> given, List<FactDefinition> wanted) {
        var known = new LinkedHashMap<String, @Nullable Object>();
        wanted.stream()
                .map(FactDefinition::name)
                .filter(given::containsKey)
                .forEach(name -> known.put(name, given.get(name)));
        return known;
    }

    Question withFacts(Map<String, ? extends @Nullable Object> others) {
        return new Question(on, others, history);
    }

    Question withDate(LocalDate other) {
        return new Question(other, facts, history);
    }
}
