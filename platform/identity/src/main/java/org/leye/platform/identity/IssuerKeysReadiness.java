package org.leye.platform.identity;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready before tokens can be checked; ready for good after the first set of keys, which is kept. */
@Readiness
@ApplicationScoped
class IssuerKeysReadiness implements HealthCheck {

    private final IssuerKeys keys;

    IssuerKeysReadiness(IssuerKeys keys) {
        this.keys = keys;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("keys of the token issuer")
                .status(keys.arrived())
                .build();
    }
}
