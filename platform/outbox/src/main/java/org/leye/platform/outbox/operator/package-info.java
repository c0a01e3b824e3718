/** What an operator sees and does when an event could not be sent or could not be handled; docs/operations/poisoned-events.md. */
@NullMarked
package org.leye.platform.outbox.operator;

import org.jspecify.annotations.NullMarked;
