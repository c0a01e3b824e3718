package org.leye.subsidy.policy;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** One case before a model. What was decided stands until an input changes that it reads. For use by one thread. */
interface Deliberation {

    /** Another of the same case, with all that was decided so far; what either hears from now on is not told to the other. */
    Deliberation fork();

    /** Says what an input is from now on. */
    void give(String input, @Nullable Object value);

    /**
     * The values of {@code decisions}: null, Boolean, String, BigDecimal, temporal values, List or Map. Refuses with MODEL_FAILED
     * when one could not be evaluated.
     */
    Map<String, @Nullable Object> decide(List<String> decisions);
}
