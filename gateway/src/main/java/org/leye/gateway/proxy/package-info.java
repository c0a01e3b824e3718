/**
 * Carries a request to its service and the answer back, piece by piece in both directions. Each service has connections and a
 * queue of its own, so that one that is slow or down costs only its own callers an answer. The only package that knows the
 * proxy library, which calls itself a preview.
 */
@NullMarked
package org.leye.gateway.proxy;

import org.jspecify.annotations.NullMarked;
