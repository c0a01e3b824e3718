package org.leye.platform.identity;

import java.net.URI;

import io.smallrye.config.ConfigMapping;

/** What the deployment must say before anything of this module works. */
@ConfigMapping(prefix = "leye")
public interface IdentityConfig {

    /** The county-level division this deployment serves; the only place that knows which. */
    String jurisdiction();

    /** The {@code iss} of every token that is accepted. */
    String issuer();

    /** Where the issuer publishes its keys (JWKS). */
    URI issuerKeys();

    Identity identity();

    interface Identity {

        /** Base64 of at least 32 bytes; the same in every service, never rotated, part of every backup. */
        String pepper();

        /** Data keys, newest first: {@code k2:<base64>,k1:<base64>}, 32 bytes each. New values are sealed with the first. */
        String dataKeys();
    }
}
