package org.leye.subsidy.policy;

import java.util.ArrayList;
import java.util.List;

import org.leye.platform.problem.ProblemException;
import org.leye.platform.problem.Text;
import org.leye.platform.problem.Violation;

/** What stands between a draft and the law: a model that the guard lets pass, tables without gaps, examples that come out right. */
public final class PublicationGate {

    private final PolicyEngine engine;
    private final ReferenceTables tables;

    public PublicationGate(PolicyEngine engine, ReferenceTables tables) {
        this.engine = engine;
        this.tables = tables;
    }

    /** Everything that keeps the document from being published, each with a pointer into its file; empty if nothing does. */
    public List<Violation> findings(PolicyDocument policy) {
        try {
            engine.check(policy);
        } catch (ProblemException refused) {
            return List.of(new Violation("/model", refused.type().name(), refused.detail()));
        }
        var findings = new ArrayList<Violation>();
        engine.tableFlaws(policy).forEach(flaw -> findings.add(finding("/model", Flaw.TABLE_FLAWED, flaw)));
        unknownTables(policy, findings);
        examples(policy, findings);
        return List.copyOf(findings);
    }

    private void unknownTables(PolicyDocument policy, List<Violation> findings) {
        policy.terms().tables().stream()
                .filter(name -> tables.named(name).isEmpty())
                .forEach(name -> findings.add(finding("/policy/tables", Flaw.TABLE_UNKNOWN, name)));
    }

    private void examples(PolicyDocument policy, List<Violation> findings) {
        var examples = policy.terms().examples();
        if (examples.isEmpty()) {
            findings.add(finding("/policy/examples", Flaw.EXAMPLES_MISSING, "at least one"));
            return;
        }
        new WorkedExamples(engine, tables)
                .differences(policy)
                .forEach(difference -> findings.add(finding(
                        "/policy/examples/" + difference.example(),
                        Flaw.EXAMPLE_FAILS,
                        difference.what() + ": expected " + difference.expected() + ", got " + difference.actual())));
    }

    private static Violation finding(String pointer, Flaw flaw, String what) {
        return new Violation(pointer, flaw.name(), new Text(flaw.zh + "：" + what, flaw.en + ": " + what));
    }

    private enum Flaw {
        TABLE_FLAWED("决策表有缺口或重叠", "A decision table has a gap or an overlap"),
        TABLE_UNKNOWN("没有此参数表", "There is no such dated table"),
        EXAMPLES_MISSING("缺少算例", "Examples are missing"),
        EXAMPLE_FAILS("算例结果不符", "An example comes out differently");

        private final String zh;
        private final String en;

        Flaw(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }
    }
}
