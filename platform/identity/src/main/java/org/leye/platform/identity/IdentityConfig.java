package org.leye.platform.identity;

import io.smallrye.config.ConfigMapping;

/** The secrets by which people are named and their data sealed. */
@ConfigMapping(prefix = "leye.identity")
public interface IdentityConfig {

    /** Base64 of at least 32 bytes; the same in every service, never rotated, part of every backup. */
    String pepper();

    /** Data keys, newest first: {@code k2:<base64>,k1:<base64>}, 32 bytes each. New values are sealed with the first. */
    String dataKeys();
}
