package org.leye.platform.identity;

import java.net.URI;

import io.smallrye.config.ConfigMapping;

/** Whose tokens count, and which county this is. Whatever checks tokens needs it, the gateway included. */
@ConfigMapping(prefix = "leye")
public interface IssuerConfig {

    /** The county-level division this deployment serves; the only place that knows which. */
    String jurisdiction();

    /** The {@code iss} of every token that is accepted. */
    String issuer();

    /** Where the issuer publishes its keys (JWKS). */
    URI issuerKeys();
}
