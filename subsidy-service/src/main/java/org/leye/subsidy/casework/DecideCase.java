package org.leye.subsidy.casework;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.leye.platform.http.command.Turns;
import org.leye.platform.identity.Actor;
import org.leye.subsidy.decision.Decision;
import org.leye.subsidy.decision.DecisionAbout;
import org.leye.subsidy.decision.DecisionBook;
import org.leye.subsidy.policy.Evaluation;
import org.leye.subsidy.policy.PolicyDocument;
import org.leye.subsidy.policy.PolicyEngine;
import org.leye.subsidy.policy.Question;
import org.leye.subsidy.policy.ReferenceTables;
import org.leye.subsidy.rulebook.Rulebook;
import org.leye.subsidy.subject.Subjects;

import io.quarkus.arc.All;

/** Asks the policy in force on the case's basis date, and keeps its answer. No policy in force is a refusal. */
@ApplicationScoped
class DecideCase {

    private final Turns turns;
    private final Rulebook rulebook;
    private final PolicyEngine engine;
    private final DecisionBook book;
    private final EntityManager entities;
    private final Map<String, FactGatherer> gatherers;

    DecideCase(
            Turns turns,
            Rulebook rulebook,
            PolicyEngine engine,
            DecisionBook book,
            EntityManager entities,
            @All List<FactGatherer> gatherers) {
        this.turns = turns;
        this.rulebook = rulebook;
        this.engine = engine;
        this.book = book;
        this.entities = entities;
        this.gatherers = gatherers.stream().collect(Collectors.toMap(FactGatherer::instrument, Function.identity()));
    }

    void decide(SubsidyCase about, Actor by) {
        takeTurns(about);
        var rules = rulebook.current();
        var evaluation = rules.catalogue()
                .inForce(about.instrument(), about.basisDate())
                .map(policy -> evaluate(about, policy, rules.tables()))
                .orElseGet(() -> Evaluation.noPolicyInForce(
                        new Question(about.basisDate(), Map.of("sourceReference", about.sourceReference()), Map.of())));
        var decision = book.keep(decisionAbout(about), evaluation, by);
        about.evaluated(decision.id(), evaluation, by);
    }

    /** One decision about these at a time: what one decides, the next must see. */
    private void takeTurns(SubsidyCase about) {
        Stream.of(about.subject(), about.beneficiary()).sorted().forEach(key -> turns.take(Subjects.TURN, key));
    }

    private static DecisionAbout decisionAbout(SubsidyCase about) {
        return new DecisionAbout(
                about.instrument(),
                about.basisDate(),
                about.id(),
                about.subject(),
                about.division(),
                null,
                Map.of(),
                null);
    }

    private Evaluation evaluate(SubsidyCase about, PolicyDocument policy, ReferenceTables tables) {
        var gathered = gatherers.get(about.instrument()).gather(about, policy);
        return engine.evaluate(policy, new Question(about.basisDate(), gathered.facts(), gathered.history()), tables);
    }

    /** The decision a case stands on. */
    Decision of(SubsidyCase about) {
        return entities.find(Decision.class, about.decisionId());
    }
}
