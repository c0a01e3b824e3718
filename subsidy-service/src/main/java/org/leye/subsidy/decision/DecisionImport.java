package org.leye.subsidy.decision;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.http.command.Turns;
import org.leye.platform.http.imports.ImportHandler;
import org.leye.platform.http.time.BusinessClock;
import org.leye.subsidy.policy.PolicyEngine;
import org.leye.subsidy.rulebook.Rulebook;
import org.leye.subsidy.subject.Subjects;

/** Decides and stores file by file. The same reference is decided once, however often it comes. */
@ApplicationScoped
class DecisionImport implements ImportHandler<DecideRequest> {

    static final String KIND = "decisions";

    private final Rulebook rulebook;
    private final PolicyEngine engine;
    private final Deciding deciding;
    private final Decisions decisions;
    private final DecisionBook book;
    private final Turns turns;
    private final BusinessClock clock;

    DecisionImport(
            Rulebook rulebook,
            PolicyEngine engine,
            Deciding deciding,
            Decisions decisions,
            DecisionBook book,
            Turns turns,
            BusinessClock clock) {
        this.rulebook = rulebook;
        this.engine = engine;
        this.deciding = deciding;
        this.decisions = decisions;
        this.book = book;
        this.turns = turns;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<DecideRequest> lineType() {
        return DecideRequest.class;
    }

    @Override
    public Chunk<DecideRequest> begin(String importId, List<DecideRequest> lines) {
        turns.takeAll(Subjects.TURN, lines.stream().map(DecideRequest::subject).toList());
        turns.takeAll(
                Deciding.REFERENCE, lines.stream().map(DecideRequest::name).toList());
        var chunk = new DecisionChunk(
                rulebook.current(),
                engine,
                deciding,
                book,
                decisions.byReferences(
                        lines.stream().map(DecideRequest::reference).toList()),
                clock.today(),
                importId);
        chunk.prepare(lines);
        return chunk;
    }
}
