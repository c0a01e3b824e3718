package org.leye.subsidy.policy;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** A compiled model: what an engine must offer so that {@link Calculation} can ask it. Safe for use by many threads. */
interface DecisionModel {

    /** The names of the decisions whose name starts like this, in the order of the model. */
    List<String> startingWith(String prefix);

    /** The facts that a decision reads, itself or by way of others; {@code on} stands for the basis date. */
    Set<String> factsRead(String decision);

    /** Whether the model has such a decision. */
    boolean has(String decision);

    /**
     * The values of {@code decisions} for these inputs: null, Boolean, String, BigDecimal, temporal values, List or Map.
     * Refuses with MODEL_FAILED when one could not be evaluated.
     */
    Map<String, @Nullable Object> decide(List<String> decisions, Map<String, @Nullable Object> inputs);
}
