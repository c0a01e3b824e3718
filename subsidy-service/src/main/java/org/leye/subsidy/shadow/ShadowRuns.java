package org.leye.subsidy.shadow;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import org.leye.platform.identity.Scope;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.hibernate.Timeouts;
import org.hibernate.jpa.SpecHints;

/** The shadow runs: the county's, as is the law that they try. */
@ApplicationScoped
class ShadowRuns implements PanacheRepositoryBase<ShadowRun, String> {

    /** Throws OUT_OF_SCOPE, SHADOW_RUN_NOT_FOUND. */
    ShadowRun get(String policy, String id, Scope scope) {
        scope.requireCounty();
        return findByIdOptional(id)
                .filter(run -> run.policyId().equals(policy))
                .orElseThrow(ShadowProblem.SHADOW_RUN_NOT_FOUND::problem);
    }

    /** Throws OUT_OF_SCOPE. */
    List<ShadowRun> of(String policy, Scope scope) {
        scope.requireCounty();
        return list("policyId = ?1 order by id", policy);
    }

    /** The same, waiting for the step that is under way. Throws OUT_OF_SCOPE, SHADOW_RUN_NOT_FOUND. */
    ShadowRun lock(String policy, String id, Scope scope) {
        var run = get(policy, id, scope);
        getEntityManager().refresh(run, LockModeType.PESSIMISTIC_WRITE);
        return run;
    }

    /** One that waits for a step and that no other replica is at; locked until the transaction ends. */
    Optional<ShadowRun> next() {
        return find("status = ?1 order by id", ShadowRun.Status.RUNNING)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint(SpecHints.HINT_SPEC_LOCK_TIMEOUT, Timeouts.SKIP_LOCKED_MILLI)
                .firstResultOptional();
    }
}
