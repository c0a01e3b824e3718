package org.leye.broker.referral;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import org.leye.platform.identity.PersonKey;
import org.leye.platform.identity.Scope;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;

/** The referrals. One lies in the scope of its referrer, of the person referred, and of the broker's place. */
@ApplicationScoped
public class Referrals implements PanacheRepositoryBase<Referral, String> {

    /** Throws REFERRAL_NOT_FOUND, OUT_OF_SCOPE. */
    Referral get(String id, Scope scope) {
        return inScope(findByIdOptional(id), scope);
    }

    /** The same for whoever changes it: locked, so that a caller's action and an event take turns. */
    Referral take(String id, Scope scope) {
        return inScope(findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE), scope);
    }

    private static Referral inScope(Optional<Referral> found, Scope scope) {
        var referral = found.orElseThrow(ReferralProblem.REFERRAL_NOT_FOUND::problem);
        if (!scope.covers(null, referral.workerKey(), null)) {
            scope.require(referral.division(), referral.referrerKey(), null);
        }
        return referral;
    }

    /** Referrals within the scope, by id. */
    List<Referral> list(Scope scope, String afterId, int limit) {
        var inScope = "(" + scope.condition("division", "referrerKey", null) + " or "
                + scope.condition(null, "workerKey", null) + ")";
        var values = scope.parameters(inScope);
        values.put("after", afterId);
        return find(inScope + " and id > :after order by id", values)
                .page(Page.ofSize(limit))
                .list();
    }

    /** Whether a claim of this worker is valid on that day. For whoever has taken the worker's turn. */
    boolean isClaimed(PersonKey worker, LocalDate day) {
        return count(
                        "workerKey = ?1 and status not in ?2 and validUntil >= ?3",
                        worker.value(),
                        ReferralStatus.WITHOUT_CLAIM,
                        day)
                > 0;
    }

    /** Whether no claim made before this one was valid on its day. */
    boolean isFirstValid(Referral referral) {
        return count(
                        "workerKey = ?1 and status not in ?2 and madeAt < ?3 and validUntil >= ?4",
                        referral.workerKey(),
                        ReferralStatus.WITHOUT_CLAIM,
                        referral.madeAt(),
                        referral.referredOn())
                == 0;
    }

    /** The worker's claim on that day, of which there is one at most; locked as by {@link #take}. */
    Optional<Referral> claimOn(String workerKey, LocalDate day) {
        return find(
                        "workerKey = ?1 and status not in ?2 and referredOn <= ?3 and validUntil >= ?3 order by madeAt",
                        workerKey,
                        ReferralStatus.WITHOUT_CLAIM,
                        day)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** Whoever was referred, by key: read to tell of it again, never by callers, hence without a scope. */
    List<String> workersAfter(String workerKey, int limit) {
        return getEntityManager()
                .createQuery(
                        "select distinct r.workerKey from Referral r where r.workerKey > :after order by r.workerKey",
                        String.class)
                .setParameter("after", workerKey)
                .setMaxResults(limit)
                .getResultList();
    }

    /** The referrals of a worker in the order in which they were made; as {@link #workersAfter}. */
    List<Referral> of(String workerKey) {
        return list("workerKey = ?1 order by madeAt", workerKey);
    }

    /** Some whose window was over before that day, the earliest first. */
    List<String> whoseWindowIsOver(LocalDate today, int limit) {
        return find("status in ?1 and validUntil < ?2 order by validUntil, id", ReferralStatus.WAITING, today)
                .page(Page.ofSize(limit))
                .stream()
                .map(Referral::id)
                .toList();
    }
}
