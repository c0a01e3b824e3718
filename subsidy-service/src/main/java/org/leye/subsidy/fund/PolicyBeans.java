package org.leye.subsidy.fund;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.leye.subsidy.policy.KiePolicyEngine;
import org.leye.subsidy.policy.PolicyCatalogue;
import org.leye.subsidy.policy.PolicyEngine;
import org.leye.subsidy.policy.ReferenceTables;

/** Gives the service its catalogue and its engine, which know no container themselves. */
class PolicyBeans {

    @Produces
    @Singleton
    PolicyCatalogue catalogue() {
        return PolicyCatalogue.fromResources();
    }

    @Produces
    @Singleton
    ReferenceTables tables() {
        return ReferenceTables.fromResources();
    }

    @Produces
    @Singleton
    PolicyEngine engine() {
        return new KiePolicyEngine();
    }
}
