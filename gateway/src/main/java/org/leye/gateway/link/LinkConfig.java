package org.leye.gateway.link;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * Whose identity proofs count, and how the gateway writes to the token issuer. Without the verifier and the client secret
 * accounts cannot be linked and everything else works.
 */
@ConfigMapping(prefix = "leye.gateway.link")
public interface LinkConfig {

    /** The {@code iss} of identity proofs. */
    Optional<String> verifierIssuer();

    /** Where the verifier's public keys (JWKS) are: a {@code file:} or an {@code https:} address, in a sandbox {@code http:} too. */
    Optional<URI> verifierKeys();

    /** Secret of the gateway's own client. */
    Optional<String> clientSecret();

    /** The gateway's own client: a service account with the role LINKER that may view and manage users. */
    @WithDefault("leye-gateway")
    String client();

    /** Where the gateway reaches the realm, such as {@code http://keycloak:8080/realms/leye}; by default the issuer itself. */
    Optional<URI> realm();

    /** How often an account may try in a minute, at each replica of the gateway. */
    @WithDefault("5")
    int triesPerMinute();

    /** How long each of the others may take to answer. */
    @WithDefault("5S")
    Duration patience();
}
