package org.leye.subsidy.rulebook;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.identity.Actor;
import org.leye.platform.identity.BelongsToNobody;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** What was done to rules. */
@ApplicationScoped
@BelongsToNobody
class RuleSteps implements PanacheRepositoryBase<RuleStep, Long> {

    List<RuleStep> of(String rule) {
        return list("ruleId = ?1 order by id", rule);
    }

    /** Whether this officer had a hand in the text. */
    boolean wrote(String rule, Actor officer) {
        return count("ruleId = ?1 and actor = ?2 and action = ?3", rule, officer.subject(), RuleStep.Action.WRITE) > 0;
    }
}
