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

    /** Takes up a case that has these inputs. */
    Deliberation on(Map<String, @Nullable Object> inputs);
}
