package org.leye.broker.statement;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.broker.appointment.Broker;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The reward cases that subsidy told of. Shown only below a broker who was read within the caller's scope. */
@ApplicationScoped
class RewardCases implements PanacheRepositoryBase<RewardCase, String> {

    /** A case beside the key of the worker whose milestone opened it. */
    record Earned(RewardCase reward, String workerKey) {}

    /** The one of this id; a new one at its first event; none for a case that no milestone of ours opened. */
    Optional<RewardCase> known(String caseId, String instrument, String sourceReference) {
        return RewardSource.of(instrument, sourceReference)
                .map(source -> findByIdOptional(caseId).orElseGet(() -> {
                    var reward = new RewardCase(caseId, source);
                    persist(reward);
                    return reward;
                }));
    }

    /** What the broker's referrals earned by milestones reached in that month, by case. */
    List<Earned> of(Broker broker, YearMonth month) {
        return getEntityManager()
                .createQuery("""
                        select reward, referral.workerKey
                          from RewardCase reward
                          join Referral referral on referral.id = reward.referralId
                          join referral.milestones reached
                         where reached.milestone = reward.milestone
                           and referral.brokerId = :broker and reached.reachedIn = :month
                         order by reward.caseId""", Earned.class)
                .setParameter("broker", broker.id())
                .setParameter("month", month.toString())
                .getResultList();
    }
}
