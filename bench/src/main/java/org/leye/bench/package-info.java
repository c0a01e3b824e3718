/**
 * Measures what the architecture promises, on this machine, with durable storage, beside the peers where there are any. Run by
 * {@code ./leye bench}; no test depends on a figure.
 */
@NullMarked
package org.leye.bench;

import org.jspecify.annotations.NullMarked;
