package org.leye.subsidy.policy;

import java.util.ArrayList;
import java.util.List;

import org.leye.platform.problem.ProblemException;

/** Runs the worked examples of a document and tells where the answers differ. A version without them is not publishable. */
public final class WorkedExamples {

    /**
     * One difference.
     *
     * @param example id of the example
     * @param what which part of the answer, with the number of the run from 1
     */
    public record Difference(String example, String what, String expected, String actual) {}

    private final PolicyEngine engine;

    public WorkedExamples(PolicyEngine engine) {
        this.engine = engine;
    }

    /** All differences; empty when every example comes out as written. */
    public List<Difference> differences(PolicyDocument policy) {
        var differences = new ArrayList<Difference>();
        for (var example : policy.terms().examples()) {
            long totalFen = 0;
            for (int i = 0; i < example.runs().size(); i++) {
                totalFen += run(policy, example, i, differences);
            }
            compare(differences, example.id(), "totalFen", example.totalFen(), totalFen);
        }
        return differences;
    }

    private long run(PolicyDocument policy, WorkedExample example, int index, List<Difference> differences) {
        var run = example.runs().get(index);
        var base = policy.terms().exampleBase();
        var where = "run " + (index + 1) + " ";
        try {
            var answer = engine.evaluate(policy, base.facts(run), base.history(run));
            var expected = run.expect();
            compare(differences, example.id(), where + "outcome", expected.outcome(), answer.outcome());
            compare(differences, example.id(), where + "amountFen", expected.amountFen(), answer.amountFen());
            compare(differences, example.id(), where + "reasons", expected.reasons(), answer.reasons());
            compare(differences, example.id(), where + "flags", expected.flags(), answer.flags());
            return answer.amountFen() * run.times();
        } catch (ProblemException refusal) {
            compare(differences, example.id(), where + "answer", "an evaluation", refusal.getMessage());
            return 0;
        }
    }

    private static void compare(
            List<Difference> differences, String example, String what, Object expected, Object actual) {
        if (!expected.equals(actual)) {
            differences.add(new Difference(example, what, expected.toString(), String.valueOf(actual)));
        }
    }
}
