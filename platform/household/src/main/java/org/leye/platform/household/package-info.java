/**
 * Nobody decides about herself or her household. Relations are declared at jobmatch-service and reach the other services by
 * events; each asks its own table before an officer's step.
 */
@NullMarked
package org.leye.platform.household;

import org.jspecify.annotations.NullMarked;
