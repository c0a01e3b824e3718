package org.leye.broker.referral;

import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The rules by date. */
@ApplicationScoped
class ReferralRules implements PanacheRepositoryBase<ReferralRule, LocalDate> {

    /** Throws NO_REFERRAL_RULE_IN_FORCE: the last known rule is never a guess for a day without one. */
    ReferralRule on(LocalDate day) {
        return find("validFrom <= ?1 and (validTo is null or validTo >= ?1)", day)
                .singleResultOptional()
                .orElseThrow(ReferralProblem.NO_REFERRAL_RULE_IN_FORCE::problem);
    }
}
