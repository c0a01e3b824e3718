package org.leye.subsidy.policy;

import java.time.LocalDate;
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
     * @param times how many such cases there are; 1 if nothing is said
     * @param on the basis date, if it differs from the document's {@link Base}
     * @param facts what differs from the document's {@link Base}
     * @param history what differs from the document's {@link Base}
     */
    public record Run(
            @Nullable Integer times,
            @Nullable LocalDate on,
            Map<String, @Nullable Object> facts,
            Map<String, @Nullable Object> history,
            Expectation expect) {

        public Run {
            times = times == null ? 1 : times;
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
     * @param lines the amounts line by line, if they matter
     * @param invalid pointers to the facts that are refused as they cannot be true; then nothing else is expected
     */
    public record Expectation(
            Evaluation.@Nullable Outcome outcome,
            @Nullable Long amountFen,
            List<ReasonCode> reasons,
            List<ReasonCode> flags,
            @Nullable List<Long> lines,
            List<String> invalid) {

        public Expectation {
            invalid = invalid == null ? List.of() : List.copyOf(invalid);
            if (invalid.isEmpty() == (outcome == null)) {
                throw new IllegalArgumentException("an outcome or what is invalid must be expected");
            }
            amountFen = amountFen == null ? 0 : amountFen;
            reasons = reasons == null ? List.of(ReasonCode.OK) : List.copyOf(reasons);
            flags = flags == null ? List.of() : List.copyOf(flags);
        }
    }

    /** The ordinary case from which the runs of a document differ. */
    public record Base(
            @Nullable LocalDate on, Map<String, @Nullable Object> facts, Map<String, @Nullable Object> history) {

        public Base {
            facts = facts == null ? Map.of() : facts;
            history = history == null ? Map.of() : history;
        }

        /** The question of a run; its own basis date, or the usual one, or the first day of the version. */
        Question question(Run run, LocalDate firstDay) {
            var date = run.on() != null ? run.on() : on != null ? on : firstDay;
            return new Question(date, merged(facts, run.facts()), merged(history, run.history()));
        }

        private static Map<String, @Nullable Object> merged(
                Map<String, @Nullable Object> usual, Map<String, @Nullable Object> different) {
            var all = new LinkedHashMap<>(usual);
            all.putAll(different);
            return all;
        }
    }
}
