/**
 * All parts together: in which order they start and stop, what they tell each other by environment, what is remembered
 * between commands. The command line and end-to-end tests drive the same {@link org.leye.local.suite.Suite}.
 */
@NullMarked
package org.leye.local.suite;

import org.jspecify.annotations.NullMarked;
