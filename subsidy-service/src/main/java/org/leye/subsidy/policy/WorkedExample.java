package org.leye.subsidy.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.leye.platform.problem.Text;

import org.jspecify.annotations.Nullable;

/**
 * A case with its answer, written into the policy document; all must come out right before a version may be published.
 *
 * @param id as cited in domain.md, such as {@code B17-1}; own ones are named by what they show
 * @param totalFen what all runs together pay
 */
public record WorkedExample(String id, Text label, List<Run> runs, long totalFen) {

    public WorkedExample {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(label, "label");
        runs = List.copyOf(runs);
    }

    /**
     * Evaluations of the same facts.
     *
     * @param times how many such cases there are; at least 1
     * @param facts what differs from the document's {@link Base}
     * @param history what differs from the document's {@link Base}
     */
    public record Run(
            int times, Map<String, @Nullable Object> facts, Map<String, @Nullable Object> history, Expectation expect) {

        public Run {
            if (times < 1) {
                throw new IllegalArgumentException("times must be at least 1");
            }
            facts = facts == null ? Map.of() : facts;
            history = history == null ? Map.of() : history;
            Objects.requireNonNull(expect, "expect");
        }
    }

    /**
     * What one evaluation must answer.
     *
     * @param reasons in the order of the predicates; OK alone if none is given
     * @param flags none if none is given
     */
    public record Expectation(
            Evaluation.Outcome outcome, long amountFen, List<ReasonCode> reasons, List<ReasonCode> flags) {

        public Expectation {
            Objects.requireNonNull(outcome, "outcome");
            reasons = reasons == null ? List.of(ReasonCode.OK) : List.copyOf(reasons);
            flags = flags == null ? List.of() : List.copyOf(flags);
        }
    }

    /** The ordinary case from which the runs of a document differ. */
    public record Base(Map<String, @Nullable Object> facts, Map<String, @Nullable Object> history) {

        public Base {
            facts = facts == null ? Map.of() : facts;
            history = history == null ? Map.of() : history;
        }

        Map<String, @Nullable Object> facts(Run run) {
            return merged(facts, run.facts());
        }

        Map<String, @Nullable Object> history(Run run) {
            return merged(history, run.history());
        }

        private static Map<String, @Nullable Object> merged(
                Map<String, @Nullable Object> usual, Map<String, @Nullable Object> different) {
            var all = new LinkedHashMap<>(usual);
            all.putAll(different);
            return all;
        }
    }
}
