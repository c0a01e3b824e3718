/**
 * Kafka as one KRaft node, broker and controller in a JVM of its own, with a fixed cluster id and a kept log folder. The
 * data survive stop, start and kill; topics are made by the services, never by chance.
 */
@NullMarked
package org.leye.local.kafka;

import org.jspecify.annotations.NullMarked;
