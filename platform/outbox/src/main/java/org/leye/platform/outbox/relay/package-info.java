/** Carries events from the outbox table to Kafka. One relay a lane and replica; leases say whose turn a bucket is. */
@NullMarked
package org.leye.platform.outbox.relay;

import org.jspecify.annotations.NullMarked;
