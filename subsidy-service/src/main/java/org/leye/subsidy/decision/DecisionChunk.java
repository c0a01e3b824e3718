package org.leye.subsidy.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.leye.platform.http.imports.ImportHandler.Chunk;
import org.leye.platform.http.imports.ImportHandler.Outcome;
import org.leye.platform.http.imports.ImportHandler.Taken;
import org.leye.platform.problem.ProblemException;
import org.leye.subsidy.policy.Evaluation;
import org.leye.subsidy.policy.PolicyEngine;
import org.leye.subsidy.rulebook.Rules;

import org.jspecify.annotations.Nullable;

/**
 * Lines that are decided together. What each needs to know of others is read first; then all are calculated and signed at once,
 * on every core. A second line about one subject waits for the first, which may have granted what it must know of.
 */
final class DecisionChunk implements Chunk<DecideRequest> {

    private final Rules rules;
    private final PolicyEngine engine;
    private final Deciding deciding;
    private final DecisionBook book;
    private final LocalDate today;
    private final String importId;
    private final Map<String, Decision> known = new HashMap<>();
    private final Map<DecideRequest, Answered> answered = new IdentityHashMap<>();

    /** A line with its decision, or with why there is none. */
    private record Answered(
            Deciding.Prepared prepared,
            @Nullable Evaluation answer,
            @Nullable Decision decision,
            @Nullable ProblemException refusal) {}

    DecisionChunk(
            Rules rules,
            PolicyEngine engine,
            Deciding deciding,
            DecisionBook book,
            List<Decision> stored,
            LocalDate today,
            String importId) {
        this.rules = rules;
        this.engine = engine;
        this.deciding = deciding;
        this.book = book;
        this.today = today;
        this.importId = importId;
        stored.forEach(decision -> known.put(decision.instrument() + "|" + decision.reference(), decision));
    }

    void prepare(List<DecideRequest> lines) {
        var subjects = new HashSet<String>();
        var first = new ArrayList<DecideRequest>();
        var prepared = new IdentityHashMap<DecideRequest, Deciding.Prepared>();
        var grants = deciding.known(lines);
        for (var line : lines) {
            if (!known.containsKey(line.name()) && subjects.add(line.subject())) {
                try {
                    prepared.put(line, deciding.prepare(rules, line, grants));
                    first.add(line);
                } catch (ProblemException refusal) {
                    // Taken up again, and told, when its turn comes.
                }
            }
        }
        first.parallelStream()
                .map(line -> Map.entry(line, answer(Objects.requireNonNull(prepared.get(line)))))
                .toList()
                .forEach(entry -> answered.put(entry.getKey(), entry.getValue()));
    }

    @Override
    public Taken take(DecideRequest line) {
        var before = known.get(line.name());
        if (before != null) {
            if (!deciding.asked(line).equals(before.askedHash())) {
                throw DecisionProblem.DECISION_EXISTS.problem();
            }
            return new Taken(Outcome.UNCHANGED, before.id());
        }
        var ready = answered.remove(line);
        var decided = ready == null ? answer(deciding.prepare(rules, line)) : ready;
        if (decided.refusal() != null) {
            throw decided.refusal();
        }
        var decision = Objects.requireNonNull(decided.decision());
        var prepared = decided.prepared();
        book.store(decision, prepared.about(), prepared.question(), Objects.requireNonNull(decided.answer()));
        known.put(line.name(), decision);
        return new Taken(Outcome.CREATED, decision.id());
    }

    private Answered answer(Deciding.Prepared prepared) {
        try {
            var answer = rules.evaluator(engine).evaluate(prepared.about().instrument(), prepared.question());
            var decision = book.signed(prepared.about(), answer, importId, today);
            return new Answered(prepared, answer, decision, null);
        } catch (ProblemException refusal) {
            return new Answered(prepared, null, null, refusal);
        }
    }
}
