package org.leye.bench;

import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

import org.leye.subsidy.policy.KiePolicyEngine;
import org.leye.subsidy.policy.PolicyCatalogue;
import org.leye.subsidy.policy.PolicyDocument;
import org.leye.subsidy.policy.Question;
import org.leye.subsidy.policy.ReferenceTables;

/**
 * Asks the newest version of some instruments the questions of their worked examples, again and again, and tells how fast it
 * answers, beside a {@link RetentionRefund} written by hand. No remedies: a stored decision has none.
 */
public final class Evaluations {

    /** Between a figure's name and its value. */
    static final String SEPARATOR = "\t";

    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration RUN = Duration.ofSeconds(3);
    private static final int RUNS = 3;
    private static final int FEW = 100_000;
    private static final int MANY = 1_000_000;

    private static final String REFUND = "UI_RETENTION_REFUND";
    private static final Map<String, String> INSTRUMENTS = new LinkedHashMap<>();

    static {
        INSTRUMENTS.put("B1", REFUND);
        INSTRUMENTS.put("B5", "UNEMPLOYMENT_BENEFIT");
        INSTRUMENTS.put("B10", "JOB_CREATION_SUBSIDY");
        INSTRUMENTS.put("B16", "SKILL_UPGRADE_SUBSIDY");
    }

    private final PolicyCatalogue catalogue = PolicyCatalogue.fromResources();
    private final ReferenceTables tables = ReferenceTables.fromResources();
    private final KiePolicyEngine engine = new KiePolicyEngine();

    private Evaluations() {}

    public static void main(String[] arguments) {
        new Evaluations().measure();
    }

    private void measure() {
        requireSameAnswers();
        var work = new LinkedHashMap<String, List<LongSupplier>>();
        INSTRUMENTS.forEach((name, instrument) -> work.put(name, engineWork(instrument)));
        work.put("B1 in Java", javaWork());
        // all before any is timed: a service answers for all of them as well
        work.values().forEach(tasks -> Repetition.lasting(WARM_UP, tasks, 1));
        var alone = new LinkedHashMap<String, Repetition>();
        work.forEach((name, tasks) -> alone.put(name, tell(name, tasks)));
        tell(
                "B1 costs so many times B1 in Java",
                alone.get("B1").processorMicros() / alone.get("B1 in Java").processorMicros());
        tellMemory(work.get("B1"));
    }

    private Repetition tell(String name, List<LongSupplier> tasks) {
        var one = median(tasks, 1);
        var two = median(tasks, 2);
        tell(name + ", 1 thread, /s", one.perSecond());
        tell(name + ", 2 threads, /s", two.perSecond());
        tell(name + ", processor time, µs", one.processorMicros());
        return one;
    }

    private static Repetition median(List<LongSupplier> tasks, int threads) {
        return IntStream.range(0, RUNS)
                .mapToObj(run -> Repetition.lasting(RUN, tasks, threads))
                .sorted(Comparator.comparingDouble(Repetition::perSecond))
                .toList()
                .get(RUNS / 2);
    }

    /** Whatever is kept for each question that was ever asked shows as a difference. */
    private static void tellMemory(List<LongSupplier> tasks) {
        Repetition.counting(FEW, tasks);
        tell("heap after %,d evaluations of B1 more, MiB".formatted(FEW), Heap.usedMebibytes());
        Repetition.counting(MANY - FEW, tasks);
        tell("heap after %,d evaluations of B1 more, MiB".formatted(MANY), Heap.usedMebibytes());
    }

    private static void tell(String name, double value) {
        System.out.println(name + SEPARATOR + Figure.of(value));
    }

    private List<LongSupplier> engineWork(String instrument) {
        var policy = newest(instrument);
        return questions(instrument).stream()
                .<LongSupplier>map(question ->
                        () -> engine.evaluate(policy, question, tables).amountFen())
                .toList();
    }

    private List<LongSupplier> javaWork() {
        return questions(REFUND).stream()
                .<LongSupplier>map(
                        question -> () -> RetentionRefund.answer(question).amountFen())
                .toList();
    }

    /** What is written by hand must be the same policy: every condition, line and reason. */
    private void requireSameAnswers() {
        for (var question : questions(REFUND)) {
            var expected = RetentionRefund.Answer.of(engine.evaluate(newest(REFUND), question, tables));
            var answer = RetentionRefund.answer(question);
            if (!expected.equals(answer)) {
                throw new IllegalStateException(
                        "the engine says %s, the code %s to %s".formatted(expected, answer, question));
            }
        }
    }

    private PolicyDocument newest(String instrument) {
        return versions(instrument).getLast();
    }

    private List<PolicyDocument> versions(String instrument) {
        return catalogue.documents().stream()
                .filter(policy -> policy.instrument().equals(instrument))
                .sorted(Comparator.comparing(policy -> policy.terms().effectiveFrom()))
                .toList();
    }

    /** Those of the newest version; of the refund, whose versions ask for the same facts, those of all. */
    private List<Question> questions(String instrument) {
        var of = instrument.equals(REFUND) ? versions(instrument) : List.of(newest(instrument));
        return of.stream().flatMap(policy -> questions(policy).stream()).toList();
    }

    private static List<Question> questions(PolicyDocument policy) {
        return policy.terms().examples().stream()
                .flatMap(example -> example.runs().stream())
                .filter(run -> run.expect().invalid().isEmpty())
                .map(policy.terms()::question)
                .toList();
    }
}
