/**
 * Between a service's tables and Kafka. {@link org.leye.platform.outbox.Outbox#append} writes an event in the transaction of
 * the change; {@code relay} carries it to Kafka, in order for each aggregate and at least once; {@code inbox} gives it to a
 * handler on the other side, with an effect that happens once; {@code operator} shows what neither could do.
 */
@NullMarked
package org.leye.platform.outbox;

import org.jspecify.annotations.NullMarked;
