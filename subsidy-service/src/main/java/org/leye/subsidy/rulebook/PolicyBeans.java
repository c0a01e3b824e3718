package org.leye.subsidy.rulebook;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.leye.subsidy.policy.KiePolicyEngine;
import org.leye.subsidy.policy.PolicyEngine;

/** Gives the service its engine, which knows no container itself. */
class PolicyBeans {

    @Produces
    @Singleton
    PolicyEngine engine() {
        return new KiePolicyEngine();
    }
}
