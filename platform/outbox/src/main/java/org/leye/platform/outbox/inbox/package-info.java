/** Takes events from Kafka: each has its effect once, and a poisoned one stops nothing but its own key. */
@NullMarked
package org.leye.platform.outbox.inbox;

import org.jspecify.annotations.NullMarked;
