/**
 * The one door of the suite. {@link org.leye.gateway.Routes} is its whole table: a path prefix leads to a service, and each
 * package beside it does one thing on the way: {@code edge} keeps hostile requests out and says no in the caller's language,
 * {@code token} checks who calls, {@code proxy} carries request and answer, {@code openapi} and {@code health} answer for all
 * services together. All of that runs on the event loop and never waits. {@code link} is the gateway's own operation, on worker
 * threads. Nothing here decides for a service.
 */
@NullMarked
package org.leye.gateway;

import org.jspecify.annotations.NullMarked;
