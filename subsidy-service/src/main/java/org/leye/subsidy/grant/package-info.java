/**
 * What was granted before, by decisions of this service and by the systems before it, and what the history of a new case is
 * made of. Source: architecture.md 8.
 */
@NullMarked
package org.leye.subsidy.grant;

import org.jspecify.annotations.NullMarked;
