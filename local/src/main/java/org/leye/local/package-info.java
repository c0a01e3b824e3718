/**
 * The suite on one machine: where the project and its state lie, which parts there are, on which ports they listen and
 * which secrets they share. Everything below is plain Java, so that the command line, the tests and the benchmarks start
 * the same PostgreSQL, Kafka, Keycloak and services in the same way.
 */
@NullMarked
package org.leye.local;

import org.jspecify.annotations.NullMarked;
