package org.leye.jobmatch.matching;

import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The points by date. */
@ApplicationScoped
class RecommendationRules implements PanacheRepositoryBase<RecommendationRule, LocalDate> {

    /** Throws NO_RECOMMENDATION_RULE_IN_FORCE. */
    RecommendationRule on(LocalDate day) {
        return find("validFrom <= ?1 and (validTo is null or validTo >= ?1)", day)
                .singleResultOptional()
                .orElseThrow(RecommendationProblem.NO_RECOMMENDATION_RULE_IN_FORCE::problem);
    }
}
