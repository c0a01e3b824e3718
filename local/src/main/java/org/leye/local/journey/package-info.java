/**
 * Story 1, "a worker comes", walked through the gateway of a running suite with invented people: the demonstration of
 * {@code ./leye journey} and the script that the end-to-end tests follow and interrupt.
 */
@NullMarked
package org.leye.local.journey;

import org.jspecify.annotations.NullMarked;
