package org.leye.subsidy.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.leye.platform.problem.ProblemException;
import org.leye.platform.problem.Text;
import org.leye.platform.problem.Violation;

import org.jspecify.annotations.Nullable;

/**
 * How a model becomes an answer, whichever engine runs it: the facts must not contradict each other; all predicates; if all
 * pass, one line per unit, rounded HALF_UP to the fen; then the total over the lines. Holds no number of any policy.
 */
record Calculation(PolicyDocument policy, DecisionModel model, ReferenceTables tables, String engineVersion) {

    static final String PREDICATE = "predicate_";
    static final String CHECK = "check_";
    private static final String UNITS = "units";
    private static final String LINE = "line";
    private static final String TOTAL = "total";

    /** What the lines come to. */
    record Total(Evaluation.Outcome outcome, long amountFen, List<ReasonCode> flags) {}

    /**
     * One question with everything a model is given to answer it.
     *
     * @param rows what the tables say on the basis date; empty when one of them says nothing
     */
    private record Asked(
            Question question,
            FactReader.Values facts,
            FactReader.Values history,
            TableReader tables,
            Optional<Map<String, @Nullable Object>> rows,
            Deliberation model) {

        private String json() {
            return Evaluation.inputJson(question, facts.stored(), history.stored(), tables.rows());
        }
    }

    /** @param before the lines that earlier versions of the policy have given to the same question */
    Evaluation of(Question question, Progress before) {
        var asked = ask(question);
        if (asked.rows().isEmpty()) {
            return answer(refusal(ReasonCode.NO_POLICY_IN_FORCE), List.of(), List.of(), asked);
        }
        requireConsistent(asked);
        var predicates = predicates(asked);
        if (predicates.stream().anyMatch(predicate -> !predicate.pass())) {
            return answer(new Total(Evaluation.Outcome.REFUSED, 0, List.of()), List.of(), predicates, asked);
        }
        var lines = lines(asked, before);
        var total = total(asked, lines);
        return answer(total, addingUp(lines, total), predicates, asked);
    }

    /** Whether the facts are consistent and the predicate passes; false as well for facts that cannot be read. */
    boolean passes(String predicate, Question question) {
        try {
            var asked = ask(question);
            if (asked.rows().isEmpty()) {
                return false;
            }
            requireConsistent(asked);
            var decision = PREDICATE + predicate;
            return predicate(decision, answers().context(decision, decide(asked.model(), decision)))
                    .pass();
        } catch (ProblemException unreadable) {
            return false;
        }
    }

    private Asked ask(Question question) {
        var terms = policy.terms();
        var facts = FactReader.read(terms.facts(), question.facts(), "/facts", question.on());
        var history = FactReader.read(terms.history(), question.history(), "/history", question.on());
        var reader = new TableReader(tables, terms.tables());
        var inputs = new HashMap<String, @Nullable Object>();
        inputs.put("on", question.on());
        inputs.put("facts", facts.forModel());
        inputs.put("history", history.forModel());
        inputs.put("parameters", policy.parameters());
        var rows = reader.on(question.on());
        inputs.put("tables", rows.orElse(Map.of()));
        inputs.put(
                "retirement",
                Retirement.of(facts.forModel(), question.on(), reader).orElse(null));
        return new Asked(question, facts, history, reader, rows, model.on(inputs));
    }

    private void requireConsistent(Asked asked) {
        var units = policy.terms().unitsFact();
        if (units != null && List.of().equals(asked.facts().forModel().get(units))) {
            throw PolicyProblem.FACTS_INVALID.at(List.of(
                    new Violation("/facts/" + units, "FACT_EMPTY", new Text("列表不能为空", "The list must not be empty"))));
        }
        var checks = model.startingWith(CHECK);
        if (checks.isEmpty()) {
            return;
        }
        var values = asked.model().decide(checks);
        var violations = checks.stream()
                .filter(name -> !Boolean.TRUE.equals(
                        answers().context(name, values.get(name)).get("pass")))
                .map(name -> contradiction(name, answers().context(name, values.get(name))))
                .toList();
        if (!violations.isEmpty()) {
            throw PolicyProblem.FACTS_INVALID.at(violations);
        }
    }

    private Violation contradiction(String check, Map<?, ?> context) {
        var name = check.substring(CHECK.length());
        var text = policy.terms().conditions().stream()
                .filter(condition -> condition.name().equals(name))
                .map(PolicyTerms.Condition::text)
                .findFirst()
                .orElse(new Text("事实相互矛盾", "The facts contradict each other"));
        return new Violation("/facts/" + context.get("field"), "FACT_CONTRADICTS", text);
    }

    private Evaluation answer(
            Total total, List<Evaluation.Line> lines, List<Evaluation.Predicate> predicates, Asked asked) {
        var failed = predicates.stream()
                .filter(predicate -> !predicate.pass())
                .map(Evaluation.Predicate::reason)
                .distinct()
                .toList();
        var paid = total.outcome() != Evaluation.Outcome.REFUSED;
        var input = asked.json();
        return new Evaluation(
                total.outcome(),
                total.amountFen(),
                lines,
                predicates,
                paid ? List.of(ReasonCode.OK) : failed.isEmpty() ? total.flags() : failed,
                total.flags(),
                policy.id(),
                weaker(policy.terms().confidence(), asked.tables().confidence()),
                policy.sha256(),
                List.of(Evaluation.Version.of(policy)),
                input,
                Fingerprint.ofOne(input),
                engineVersion);
    }

    private static Confidence weaker(Confidence one, @Nullable Confidence other) {
        return other == null || one.compareTo(other) > 0 ? one : other;
    }

    private static Total refusal(ReasonCode... why) {
        return new Total(Evaluation.Outcome.REFUSED, 0, List.of(why));
    }

    private List<Evaluation.Predicate> predicates(Asked asked) {
        var names = model.startingWith(PREDICATE);
        var values = asked.model().decide(names);
        return names.stream()
                .map(name -> predicate(name, answers().context(name, values.get(name))))
                .toList();
    }

    private Evaluation.Predicate predicate(String decision, Map<?, ?> context) {
        if (!(context.get("pass") instanceof Boolean pass)) {
            throw answers().failed(decision, "pass is neither true nor false");
        }
        return new Evaluation.Predicate(
                decision.substring(PREDICATE.length()),
                answers().json(context.get("value")),
                answers().json(context.get("threshold")),
                pass,
                answers().code(decision, context.get("reason")));
    }

    private List<Evaluation.Line> lines(Asked asked, Progress before) {
        var lines = new ArrayList<Evaluation.Line>();
        var progress = before;
        // what does not depend on the unit is decided once, not for each of them
        var model = asked.model().fork();
        for (var unit : units(asked)) {
            var line = line(asked, unit, lines.size() + 1L, progress, model);
            lines.add(line);
            progress = progress.and(List.of(line));
        }
        return lines;
    }

    private Evaluation.Line line(
            Asked asked, Map<String, @Nullable Object> listed, long index, Progress before, Deliberation model) {
        var unit = new HashMap<>(listed);
        unit.put("index", BigDecimal.valueOf(index));
        var rows = asked.rows();
        if (unit.get("month") instanceof LocalDate month) {
            rows = asked.tables().on(month);
            if (rows.isEmpty()) {
                return new Evaluation.Line(YearMonth.from(month).toString(), 0, ReasonCode.NO_POLICY_IN_FORCE);
            }
        }
        model.give("tables", rows.orElseThrow());
        model.give("unit", unit);
        model.give("before", before.forModel());
        return answers().line(LINE, decide(model, LINE));
    }

    private static @Nullable Object decide(Deliberation model, String decision) {
        return model.decide(List.of(decision)).get(decision);
    }

    /** From the facts if they list units; else as many as the model says; else one. */
    private List<Map<String, @Nullable Object>> units(Asked asked) {
        var name = policy.terms().unitsFact();
        if (name != null && asked.facts().forModel().get(name) instanceof List<?> listed) {
            return listed.stream().map(Calculation::unit).toList();
        }
        return Collections.nCopies(model.has(UNITS) ? count(asked) : 1, Map.of());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> unit(Object record) {
        return (Map<String, @Nullable Object>) record;
    }

    private int count(Asked asked) {
        var units = answers().number(UNITS, decide(asked.model(), UNITS));
        var count = answers().exact(units);
        if (count < 0 || count > FactReader.LONGEST_LIST) {
            throw answers().failed(UNITS, "units is beyond what a list may hold");
        }
        return (int) count;
    }

    /** What the model says of the sum; a model that says nothing pays the sum. */
    private Total total(Asked asked, List<Evaluation.Line> lines) {
        var progress = Progress.NONE.and(lines);
        if (!model.has(TOTAL)) {
            return progress.total(() -> answers().failed(LINE, "nothing is paid and no line says why"));
        }
        asked.model().give("lines", progress.forModel());
        var total = answers().context(TOTAL, decide(asked.model(), TOTAL));
        var amountFen = answers().exact(answers().number(TOTAL, total.get("amountFen")));
        var outcome = answers().outcome(total.get("outcome"));
        var flags = answers().flags(total.get("flags"));
        var refused = outcome == Evaluation.Outcome.REFUSED;
        if (refused != (amountFen == 0) || (refused && flags.isEmpty())) {
            throw answers().failed(TOTAL, "an amount of 0 is a refusal with a reason, and nothing else is");
        }
        if (flags.isEmpty() && amountFen != progress.sumFen()) {
            throw answers().failed(TOTAL, "an amount other than the sum of the lines needs a flag");
        }
        return new Total(outcome, amountFen, flags);
    }

    /** Where a cap or an earlier payment makes the amount differ from the sum, one more line says so. */
    private static List<Evaluation.Line> addingUp(List<Evaluation.Line> lines, Total total) {
        long difference = total.amountFen() - Progress.NONE.and(lines).sumFen();
        if (difference == 0) {
            return lines;
        }
        var all = new ArrayList<>(lines);
        all.add(new Evaluation.Line(TOTAL, difference, total.flags().getFirst()));
        return all;
    }

    private ModelAnswers answers() {
        return new ModelAnswers(policy.id());
    }
}
