package org.leye.subsidy.policy;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** Puts together what several versions of a policy have answered, each to its own months. */
final class JoinedAnswer {

    private JoinedAnswer() {}

    /**
     * @param answers from the oldest version on, each with a line for every month it was given
     * @param without months for which no version was in force
     */
    static Evaluation of(Question question, String unitsFact, List<Evaluation> answers, List<YearMonth> without) {
        var lines = new ArrayList<Evaluation.Line>();
        answers.forEach(answer -> lines.addAll(answer.lines()));
        without.forEach(month -> lines.add(new Evaluation.Line(month.toString(), 0, ReasonCode.NO_POLICY_IN_FORCE)));
        var total = Progress.NONE.and(lines);
        var last = answers.getLast();
        var input = input(question, unitsFact, answers, without);
        var outcome = total.sumFen() == 0
                ? Evaluation.Outcome.REFUSED
                : total.countPaid() < total.count() ? Evaluation.Outcome.PARTIAL : Evaluation.Outcome.APPROVED;
        return new Evaluation(
                outcome,
                total.sumFen(),
                lines,
                answers.stream().flatMap(JoinedAnswer::predicates).toList(),
                outcome == Evaluation.Outcome.REFUSED ? reasons(answers, total) : List.of(ReasonCode.OK),
                flags(answers, total),
                last.policyId(),
                weakest(answers),
                last.documentSha256(),
                answers.stream().flatMap(answer -> answer.versions().stream()).toList(),
                input,
                Fingerprint.ofOne(input),
                last.engineVersion());
    }

    /** The same condition may come out differently under two versions: each says whose it is. */
    private static Stream<Evaluation.Predicate> predicates(Evaluation answer) {
        return answer.predicates().stream().map(each -> each.of(answer.policyId()));
    }

    private static List<ReasonCode> reasons(List<Evaluation> answers, Progress total) {
        var reasons = new LinkedHashSet<ReasonCode>();
        answers.forEach(answer -> reasons.addAll(answer.reasons()));
        reasons.addAll(total.reasons());
        reasons.remove(ReasonCode.OK);
        return List.copyOf(reasons);
    }

    private static List<ReasonCode> flags(List<Evaluation> answers, Progress total) {
        var flags = new LinkedHashSet<ReasonCode>();
        answers.forEach(answer -> flags.addAll(answer.flags()));
        flags.addAll(total.reasons());
        return List.copyOf(flags);
    }

    private static @Nullable Confidence weakest(List<Evaluation> answers) {
        return answers.stream()
                .flatMap(answer -> Stream.ofNullable(answer.confidence()))
                .max(Confidence::compareTo)
                .orElse(null);
    }

    /**
     * The inputs of all versions in one: their months, their facts, every row of a table that one of them read. Of a month without
     * a version nobody read more than which it is.
     */
    private static String input(
            Question question, String unitsFact, List<Evaluation> answers, List<YearMonth> without) {
        var units = new ArrayList<@Nullable Object>();
        var tables = new TreeMap<String, LinkedHashSet<Object>>();
        var facts = new LinkedHashMap<String, @Nullable Object>();
        var history = new LinkedHashMap<String, @Nullable Object>();
        for (var answer : answers) {
            var input = CanonicalJson.read(answer.inputJson());
            facts.putAll(CanonicalJson.object(input, "facts"));
            history.putAll(CanonicalJson.object(input, "history"));
            if (facts.get(unitsFact) instanceof List<?> own) {
                units.addAll(own);
            }
            CanonicalJson.object(input, "tables")
                    .forEach((name, rows) -> tables.computeIfAbsent(name, each -> new LinkedHashSet<>())
                            .addAll((List<?>) rows));
        }
        without.forEach(month -> units.add(Map.of(HistorySource.MONTH, month.toString())));
        facts.put(unitsFact, units);
        var rows = new TreeMap<String, @Nullable Object>();
        tables.forEach((name, each) -> rows.put(name, List.copyOf(each)));
        return Evaluation.inputJson(question, facts, history, rows);
    }
}
