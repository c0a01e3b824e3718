package org.leye.subsidy.policy;

import java.util.ArrayList;
import java.util.List;

import org.leye.platform.problem.ProblemException;
import org.leye.platform.problem.Violation;

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
    private final ReferenceTables tables;

    public WorkedExamples(PolicyEngine engine, ReferenceTables tables) {
        this.engine = engine;
        this.tables = tables;
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
        var terms = policy.terms();
        var where = "run " + (index + 1) + " ";
        try {
            var answer = engine.evaluate(policy, terms.question(run), tables);
            var expected = run.expect();
            compare(differences, example.id(), where + "invalid", expected.invalid(), List.of());
            if (!expected.invalid().isEmpty()) {
                return 0;
            }
            compare(
                    differences,
                    example.id(),
                    where + "outcome",
                    String.valueOf(expected.outcome()),
                    String.valueOf(answer.outcome()));
            compare(
                    differences,
                    example.id(),
                    where + "amountFen",
                    String.valueOf(expected.amountFen()),
                    String.valueOf(answer.amountFen()));
            compare(differences, example.id(), where + "reasons", expected.reasons(), answer.reasons());
            compare(differences, example.id(), where + "flags", expected.flags(), answer.flags());
            if (expected.lines() != null) {
                var lines =
                        answer.lines().stream().map(Evaluation.Line::amountFen).toList();
                compare(differences, example.id(), where + "lines", expected.lines(), lines);
            }
            return answer.amountFen() * run.times();
        } catch (ProblemException refusal) {
            var pointers = refusal.violations().stream().map(Violation::pointer).toList();
            if (!run.expect().invalid().equals(pointers)) {
                compare(differences, example.id(), where + "answer", "an evaluation", refusal.getMessage() + pointers);
            }
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
