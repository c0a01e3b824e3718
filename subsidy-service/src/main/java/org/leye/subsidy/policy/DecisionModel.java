package org.leye.subsidy.policy;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** A compiled model: what an engine must offer so that {@link Calculation} can ask it. Safe for use by many threads. */
interface DecisionModel {

    /** The names of the decisions that are conditions, in the order of the model. */
    List<String> predicates();

    /**
     * The values of {@code decisions} for these inputs: null, Boolean, String, BigDecimal, temporal values, List or Map.
     * Refuses with MODEL_FAILED when one could not be evaluated.
     */
    Map<String, @Nullable Object> decide(List<String> decisions, Map<String, @Nullable Object> inputs);
}
