package org.leye.subsidy.policy;

import java.time.LocalDate;
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

    Question withFacts(Map<String, ? extends @Nullable Object> others) {
        return new Question(on, others, history);
    }

    Question withDate(LocalDate other) {
        return new Question(other, facts, history);
    }
}
