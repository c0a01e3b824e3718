package org.leye.platform.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.leye.platform.http.datakey.ResealingAsked;

/** Writes down deeds of modules that this one is built on: they tell of them inside the transaction. */
@ApplicationScoped
class DeedsBelow {

    private final AuditTrail trail;

    DeedsBelow(AuditTrail trail) {
        this.trail = trail;
    }

    void sealAnew(@Observes ResealingAsked asked) {
        trail.record(asked.by(), "data-keys.reseal", asked.run(), null, asked.key());
    }
}
