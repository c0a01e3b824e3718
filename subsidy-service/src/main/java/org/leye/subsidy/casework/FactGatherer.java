package org.leye.subsidy.casework;

import java.util.Map;

import org.leye.subsidy.policy.PolicyDocument;

/** Brings the facts and the history that the policies of one instrument ask for. Holds no number of the law. */
public interface FactGatherer {

    /** What a policy is given. */
    record Gathered(Map<String, Object> facts, Map<String, Object> history) {}

    /** The instrument this gatherer serves. */
    String instrument();

    /** From this service's own tables, in the transaction of the decision; the policy's parameters say how far to look back. */
    Gathered gather(SubsidyCase about, PolicyDocument policy);
}
