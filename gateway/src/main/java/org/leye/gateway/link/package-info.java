/**
 * The gateway's own operation: a citizen who has logged in proves who she is, and her account at the token issuer gets the
 * key of her person. The proof comes from an external verifier, the key from jobmatch, the account is the issuer's: the gateway
 * itself keeps nothing. Waits for others, so it runs on worker threads, never on the event loop.
 */
@NullMarked
package org.leye.gateway.link;

import org.jspecify.annotations.NullMarked;
