/**
 * One of our packaged services as a child process: which JVM flags and which environment it gets, when it counts as ready.
 * A second replica is the same with another port.
 */
@NullMarked
package org.leye.local.service;

import org.jspecify.annotations.NullMarked;
