package org.leye.training.assessment;

import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The rules by date. */
@ApplicationScoped
class AssessmentRules implements PanacheRepositoryBase<AssessmentRule, LocalDate> {

    /** Throws NO_RULE_IN_FORCE: the last known rule is never a guess for a day without one. */
    AssessmentRule on(LocalDate day) {
        return find("validFrom <= ?1 and (validTo is null or validTo >= ?1)", day)
                .singleResultOptional()
                .orElseThrow(AssessmentProblem.NO_RULE_IN_FORCE::problem);
    }
}
