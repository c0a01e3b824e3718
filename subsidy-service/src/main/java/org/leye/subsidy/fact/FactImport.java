package org.leye.subsidy.fact;

import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.http.command.Turns;
import org.leye.platform.http.imports.ImportHandler;
import org.leye.subsidy.subject.Subjects;

/**
 * Takes facts from files. Of one kind a subject has one value from one day on: another value, or another last day, is a
 * correction, which withdraws what was known and adds what is known now.
 */
@ApplicationScoped
class FactImport implements ImportHandler<FactLine> {

    static final String KIND = "facts";

    private static final Set<String> LEARNED_BY_EVENT = Set.of(Facts.KEY_GROUP, Facts.RESIDENCE);

    private final Facts facts;
    private final Subjects subjects;
    private final Turns turns;

    FactImport(Facts facts, Subjects subjects, Turns turns) {
        this.facts = facts;
        this.subjects = subjects;
        this.turns = turns;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<FactLine> lineType() {
        return FactLine.class;
    }

    @Override
    public Chunk<FactLine> begin(String importId, List<FactLine> lines) {
        turns.takeAll(
                "fact",
                lines.stream()
                        .flatMap(line -> subjects.named(line.idNumber(), line.person(), line.uscc()))
                        .toList());
        return this::take;
    }

    private Taken take(FactLine line) {
        if (LEARNED_BY_EVENT.contains(line.kind())) {
            throw FactProblem.FACT_LEARNED_BY_EVENT.problem();
        }
        if (line.validTo() != null && line.validTo().isBefore(line.validFrom())) {
            throw FactProblem.FACT_SPAN_EMPTY.problem();
        }
        var subject = subjects.of(line.idNumber(), line.person(), line.uscc());
        var outcome = line.isWithdrawal()
                ? withdraw(subject, line)
                : facts.correct(subject, line.kind(), line.value(), line.validFrom(), line.validTo(), line.source());
        return new Taken(outcome, subject + "/" + line.kind() + "/" + line.validFrom());
    }

    private Outcome withdraw(String subject, FactLine line) {
        return facts.withdraw(subject, line.kind(), line.validFrom()) ? Outcome.UPDATED : Outcome.UNCHANGED;
    }
}
