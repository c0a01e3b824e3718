package org.leye.subsidy.decision;

import java.time.LocalDate;
import java.util.HashMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.http.time.BusinessClock;
import org.leye.platform.identity.Actor;
import org.leye.subsidy.grant.Grants;
import org.leye.subsidy.policy.Evaluation;
import org.leye.subsidy.policy.Question;

/** Where decisions are written: signed, stored, and what they grant noted. */
@ApplicationScoped
public class DecisionBook {

    private final Decisions decisions;
    private final DecisionSigner signer;
    private final DecisionJson json;
    private final Grants grants;
    private final BusinessClock clock;

    DecisionBook(Decisions decisions, DecisionSigner signer, DecisionJson json, Grants grants, BusinessClock clock) {
        this.decisions = decisions;
        this.signer = signer;
        this.json = json;
        this.grants = grants;
        this.clock = clock;
    }

    /** Keeps the answer to a case. What a case grants is noted when the case says so. */
    public Decision keep(DecisionAbout about, Evaluation answer, Actor by) {
        var decision = signed(about, answer, by.subject(), clock.today());
        decisions.persist(decision);
        return decision;
    }

    /**
     * Signs without storing; on any thread.
     *
     * @param by the officer, or the import whose sender the audit trail names
     */
    Decision signed(DecisionAbout about, Evaluation answer, String by, LocalDate today) {
        var decision = new Decision(about, answer, json, by, today);
        decision.sign(signer, json);
        return decision;
    }

    /** Stores a decision that stands alone: what it pays counts as granted from now on. */
    void store(Decision decision, DecisionAbout about, Question question, Evaluation answer) {
        decisions.persist(decision);
        if (answer.amountFen() > 0 && answer.policyId() != null) {
            grants.record(
                    decision.id(),
                    about.instrument(),
                    answer.policyId(),
                    about.subject(),
                    about.division(),
                    about.basisDate(),
                    answer.amountFen(),
                    answer.lines(),
                    new HashMap<>(question.facts()),
                    about.keys());
        }
    }
}
