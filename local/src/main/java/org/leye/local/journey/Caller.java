package org.leye.local.journey;

import org.leye.local.token.SandboxClaims;
import org.leye.local.token.SandboxTokens;

/** Somebody who calls, and how she gets a token: asked for before each call, for a story may outlive a token. */
record Caller(String name, String role, SandboxClaims claims, SandboxTokens tokens) {

    String token() {
        return tokens.token(role, claims);
    }

    /** After a refusal: the next call asks the issuer again. */
    void forget(String token) {
        tokens.forget(token);
    }
}
