package org.leye.subsidy.rulebook;

import org.leye.subsidy.policy.Evaluator;
import org.leye.subsidy.policy.PolicyCatalogue;
import org.leye.subsidy.policy.PolicyEngine;
import org.leye.subsidy.policy.ReferenceTables;

/**
 * The book as it stood at one moment: every published version, and the dated tables. Never changes.
 *
 * @param revision by which two states of the book are told apart
 */
public record Rules(long revision, PolicyCatalogue catalogue, ReferenceTables tables) {

    /** Throws INSTRUMENT_NOT_FOUND. */
    public void requireInstrument(String code) {
        if (catalogue.documents().stream()
                .noneMatch(policy -> policy.instrument().equals(code))) {
            throw RulebookProblem.INSTRUMENT_NOT_FOUND.problem();
        }
    }

    /** Answers questions by this state of the book. */
    public Evaluator evaluator(PolicyEngine engine) {
        return new Evaluator(catalogue, engine, tables);
    }
}
