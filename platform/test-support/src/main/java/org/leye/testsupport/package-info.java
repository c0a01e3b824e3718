/**
 * What tests of several modules need: a real PostgreSQL and Kafka for one test JVM, tokens of a test issuer, invented people,
 * a probe that reads what was really sent, and the checks that every service's API document has to pass.
 */
@NullMarked
package org.leye.testsupport;

import org.jspecify.annotations.NullMarked;
