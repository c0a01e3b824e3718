package org.leye.local.keycloak;

import java.io.IOException;

/** Nobody answers at Keycloak's address. */
public final class KeycloakUnreachable extends RuntimeException {

    KeycloakUnreachable(String base, IOException cause) {
        super("Keycloak does not answer at " + base + "; is the suite up? (./leye status)", cause);
    }
}
